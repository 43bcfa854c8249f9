/** Runs once before the server answers its first request, and never during a build. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { store } = await import("./app/_data/store.ts");
    await store();
    const { noteClientAddresses } = await import("./app/_data/client-addresses.ts");
    noteClientAddresses();
  }
}
