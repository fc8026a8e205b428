// The same documents through this repository's module and through the SDKs give the same rows.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { AzureKeyCredential as TextAnalyticsKey, TextAnalyticsClient } from "@azure/ai-text-analytics";
import { AzureKeyCredential as LanguageKey, TextAnalysisClient } from "@azure/ai-language-text";
import { key, newestBuild, repositoryPath, startEmulator } from "./emulator.mjs";

const options = { allowInsecureConnection: true };
const polling = { updateIntervalInMs: 50 };
const projects = [
  { kind: "CustomEntityRecognition", projectName: "Agreements", folder: "agreements", prefix: "agreement-01" },
  { kind: "CustomSingleLabelClassification", projectName: "SupportTickets", folder: "support-tickets", prefix: "ticket-02" },
  { kind: "CustomMultiLabelClassification", projectName: "Articles", folder: "articles", prefix: "article-03" },
];

let emulator;
before(async () => (emulator = await startEmulator("--projects", repositoryPath("examples/projects"), "--job-duration", "0s")));
after(() => emulator.stop());

function documentsOf({ folder, prefix }) {
  const path = repositoryPath(`examples/projects/${folder}/documents/`);
  return readdirSync(path)
    .filter((name) => name.startsWith(prefix))
    .map((id) => ({ id, text: readFileSync(path + id, "utf8"), language: "en" }));
}

/** The rows of the module, from a session in the sandbox that is connected to the same emulator. */
function moduleRows(apiVersion, { kind, projectName, folder, prefix }) {
  const files = repositoryPath(`examples/projects/${folder}/documents/${prefix}*`);
  const script = [repositoryPath("tests/sdk/same-rows.ps1"), emulator.endpoint, key, apiVersion, kind, projectName, files];
  return execFileSync("dotnet", [newestBuild("LanguageJobs.Sandbox"), "--script", ...script], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })
    .trimEnd()
    .split(/\r?\n/);
}

const rowsOf = (documents) =>
  documents.flatMap((document) => [
    ...(document.entities ?? []).map((e) => [document.id, e.category, e.text, e.offset, e.length, e.confidenceScore]),
    ...(document.classifications ?? (document.classification ? [document.classification] : [])).map((c) => [document.id, c.category, c.confidenceScore]),
  ]).map((row) => row.join("\t"));

async function collect(poller) {
  const all = [];
  for await (const part of await poller.pollUntilDone()) all.push(part);
  return all;
}

for (const project of projects) {
  test(`${project.projectName} through @azure/ai-language-text`, async () => {
    const client = new TextAnalysisClient(emulator.endpoint, new LanguageKey(key), options);
    // This SDK leaves the unit of offsets to the service, which counts text elements; the module asks for UTF-16 code units.
    const unit = project.kind === "CustomEntityRecognition" ? { stringIndexType: "Utf16CodeUnit" } : {};
    const action = { kind: project.kind, projectName: project.projectName, deploymentName: "production", ...unit };

    const [{ results }] = await collect(await client.beginAnalyzeBatch([action], documentsOf(project), polling));

    assert.ok(results.length >= 9);
    assert.deepEqual(moduleRows("2023-04-01", project).sort(), rowsOf(results).sort());
  });

  test(`${project.projectName} through @azure/ai-text-analytics`, async () => {
    const client = new TextAnalyticsClient(emulator.endpoint, new TextAnalyticsKey(key), options);
    const action = [{ projectName: project.projectName, deploymentName: "production" }];
    const actions = {
      CustomEntityRecognition: { recognizeCustomEntitiesActions: action },
      CustomSingleLabelClassification: { singleCategoryClassifyActions: action },
      CustomMultiLabelClassification: { multiCategoryClassifyActions: action },
    }[project.kind];

    const [page] = await collect(await client.beginAnalyzeActions(documentsOf(project), actions, polling));
    const [{ results }] = Object.values(page).find((list) => list.length > 0);

    assert.ok(results.length >= 9);
    assert.deepEqual(moduleRows("v3.2-preview.2", project).sort(), rowsOf(results).sort());
  });
}
