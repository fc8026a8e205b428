// Token credentials insist on https.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { TextAnalysisClient } from "@azure/ai-language-text";
import { TextAnalyticsClient } from "@azure/ai-text-analytics";
import { repositoryPath, startEmulatorAt } from "./emulator.mjs";

const documents = [{ id: "d0", text: "tea", language: "en" }];
const queues = { projectName: "Queues", deploymentName: "production" };
const folder = mkdtempSync(join(tmpdir(), "emulator-"));
const certificate = join(folder, "certificate.pem");
const key = join(folder, "key.pem");

let emulator;
let options;
let scopes;
const credential = {
  getToken: async (asked) => {
    scopes = [asked].flat();
    return { token: "letmein", expiresOnTimestamp: Date.now() + 3_600_000 };
  },
};

before(async () => {
  execFileSync("openssl", [
    ..."req -x509 -newkey rsa:2048 -nodes -days 1 -subj /CN=127.0.0.1 -addext subjectAltName=IP:127.0.0.1".split(" "),
    ...["-out", certificate, "-keyout", key],
  ], { stdio: "ignore" });
  emulator = await startEmulatorAt(
    "https://127.0.0.1:0", "--certificate", certificate, "--certificate-key", key, "--token", "letmein",
    "--projects", repositoryPath("tests/sdk/projects"), "--job-duration", "0s",
  );
  options = { tlsOptions: { ca: readFileSync(certificate) }, retryOptions: { maxRetries: 0 } };
});

after(async () => {
  await emulator.stop();
  rmSync(folder, { recursive: true });
});

test("@azure/ai-language-text is let in with a token", async () => {
  const client = new TextAnalysisClient(emulator.endpoint, credential, options);
  const poller = await client.beginAnalyzeBatch([{ kind: "CustomSingleLabelClassification", ...queues }], documents, "en", { updateIntervalInMs: 50 });

  const actions = [];
  for await (const action of await poller.pollUntilDone()) actions.push(action);

  assert.equal(actions[0].results[0].classifications[0].category, "Bar");
  assert.deepEqual(scopes, ["https://cognitiveservices.azure.com/.default"]);
});

test("@azure/ai-text-analytics is let in with a token", async () => {
  const client = new TextAnalyticsClient(emulator.endpoint, credential, options);
  const poller = await client.beginAnalyzeActions(documents, { singleCategoryClassifyActions: [queues] }, { updateIntervalInMs: 50 });

  const pages = [];
  for await (const page of await poller.pollUntilDone()) pages.push(page);

  assert.equal(pages[0].singleCategoryClassifyResults[0].results[0].classification.category, "Bar");
});

test("A wrong token is an error with status 401", async () => {
  const stranger = { getToken: async () => ({ token: "wrong", expiresOnTimestamp: Date.now() + 3_600_000 }) };
  const client = new TextAnalysisClient(emulator.endpoint, stranger, options);

  await assert.rejects(
    client.beginAnalyzeBatch([{ kind: "CustomSingleLabelClassification", ...queues }], documents, "en"),
    (error) => error.statusCode === 401,
  );
});
