import { spawn } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const repository = fileURLToPath(new URL("../..", import.meta.url));

export const key = "sdk-key";
export const repositoryPath = (relative) => repository + relative;

// The newest build, of whatever configuration.
export function newestBuild(project = "LanguageJobs.Emulator") {
  const builds = ["Debug", "Release"]
    .map((configuration) => `${repository}src/${project}/bin/${configuration}/net10.0/${project}.dll`)
    .filter(existsSync)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  if (builds.length === 0) throw new Error(`${project} is not built. Run 'dotnet build' first.`);
  return builds[0];
}

/** Starts an emulator on a free port and resolves to its endpoint and a way to stop it. */
export const startEmulator = (...options) => startEmulatorAt("http://127.0.0.1:0", ...options);

export async function startEmulatorAt(url, ...options) {
  const child = spawn("dotnet", [newestBuild(), "--urls", url, "--key", key, "--log", "none", ...options], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const endpoint = /^Listening on (\S+?)\/?\. /.exec(line)?.[1];
    if (endpoint) return { endpoint, stop };
  }
  throw new Error(`The emulator ended with ${await exited} before it listened.`);
}

/** Asks for a job as it is on the wire, all pages merged task by task. */
export async function readWire(address) {
  const documents = [];
  for (let link = address; link; ) {
    const answer = await fetch(link, { headers: { "Ocp-Apim-Subscription-Key": key } });
    const body = await answer.json();
    const tasks = body.tasks.items ?? Object.entries(body.tasks).filter(([name]) => name.endsWith("Tasks")).flatMap(([, list]) => list);
    tasks.forEach((task, index) => (documents[index] ??= []).push(...(task.results?.documents ?? [])));
    link = body.nextLink ?? body["@nextLink"];
  }
  return documents;
}
