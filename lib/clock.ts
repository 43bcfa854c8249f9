/** Today as `YYYY-MM-DD`, UTC. Handed in by whoever runs the code, never read inside `lib`. */
export type Clock = () => string;
