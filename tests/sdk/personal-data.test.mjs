// Personal data through this repository's module and through the SDKs: the same rows and the same redacted texts.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { AzureKeyCredential as TextAnalyticsKey, TextAnalyticsClient } from "@azure/ai-text-analytics";
import { AzureKeyCredential as LanguageKey, TextAnalysisClient } from "@azure/ai-language-text";
import { key, newestBuild, repositoryPath, startEmulator } from "./emulator.mjs";

const options = { allowInsecureConnection: true };
const polling = { updateIntervalInMs: 50 };
const documents = [
  { id: "letter.txt", text: "Write to ada@contoso.com or call 206-555-0199.", language: "en" },
  { id: "emoji.txt", text: "👩‍🚀 Zoë pays with 4111 1111 1111 1111 at https://contoso.com/pay.", language: "en" },
  { id: "bank.txt", text: "IBAN DE89 3704 0044 0532 0130 00, from 192.0.2.7.", language: "en" },
  { id: "plain.txt", text: "Nothing to hide.", language: "en" },
];

let emulator;
let folder;

before(async () => {
  folder = mkdtempSync(join(tmpdir(), "languagejobs-"));
  for (const { id, text } of documents) writeFileSync(join(folder, id), text);
  emulator = await startEmulator("--job-duration", "0s");
});

after(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

/** What the module finds, from a session in the sandbox that is connected to the same emulator. */
function moduleRows(apiVersion) {
  const script = [repositoryPath("tests/sdk/personal-data.ps1"), emulator.endpoint, key, apiVersion, join(folder, "*.txt")];
  return execFileSync("dotnet", [newestBuild("LanguageJobs.Sandbox"), "--script", ...script], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })
    .trimEnd()
    .split(/\r?\n/);
}

const rowsOf = (results) =>
  [
    ...results.flatMap((result) => result.entities.map((e) => [result.id, e.category, e.text, e.offset, e.length, e.confidenceScore])),
    ...results.map((result) => [result.id, result.redactedText]),
  ].map((row) => row.join("\t"));

async function collect(poller) {
  const all = [];
  for await (const part of await poller.pollUntilDone()) all.push(part);
  return all;
}

test("Through @azure/ai-language-text", async () => {
  const client = new TextAnalysisClient(emulator.endpoint, new LanguageKey(key), options);
  const action = { kind: "PiiEntityRecognition", stringIndexType: "Utf16CodeUnit" };

  const [{ results }] = await collect(await client.beginAnalyzeBatch([action], documents, polling));

  assert.equal(results.flatMap((result) => result.entities).length, 6);
  assert.deepEqual(moduleRows("2023-04-01").sort(), rowsOf(results).sort());
});

test("Through @azure/ai-text-analytics", async () => {
  const client = new TextAnalyticsClient(emulator.endpoint, new TextAnalyticsKey(key), options);
  const actions = { recognizePiiEntitiesActions: [{ stringIndexType: "Utf16CodeUnit" }] };

  const [page] = await collect(await client.beginAnalyzeActions(documents, actions, polling));
  const { results } = page.recognizePiiEntitiesResults[0];

  assert.equal(results.flatMap((result) => result.entities).length, 6);
  assert.deepEqual(moduleRows("v3.2-preview.2").sort(), rowsOf(results).sort());
});

test("Only the categories that were asked for are masked", async () => {
  const client = new TextAnalysisClient(emulator.endpoint, new LanguageKey(key), options);
  const action = { kind: "PiiEntityRecognition", categoriesFilter: ["Email"], domainFilter: "phi" };

  const [{ results }] = await collect(await client.beginAnalyzeBatch([action], documents, polling));

  assert.equal(results[0].redactedText, "Write to *************** or call 206-555-0199.");
});
