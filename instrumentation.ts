/** Runs once before the server answers its first request, and never during a build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { bootOrExit } = await import("./app/_data/boot-or-exit.ts");
    await bootOrExit();
  }
}
