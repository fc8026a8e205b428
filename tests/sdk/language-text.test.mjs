// @azure/ai-language-text speaks the language API of 2023-04-01.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AzureKeyCredential, TextAnalysisClient } from "@azure/ai-language-text";
import { key, readWire, repositoryPath, startEmulator } from "./emulator.mjs";

const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
const polling = { updateIntervalInMs: 50 };
const entities = { kind: "CustomEntityRecognition", projectName: "Orders", deploymentName: "production" };
const single = { kind: "CustomSingleLabelClassification", projectName: "Queues", deploymentName: "production" };
const multi = { kind: "CustomMultiLabelClassification", projectName: "Topics", deploymentName: "production" };

let emulator;
let client;

before(async () => {
  emulator = await startEmulator("--projects", repositoryPath("tests/sdk/projects"), "--job-duration", "300ms");
  client = new TextAnalysisClient(emulator.endpoint, new AzureKeyCredential(key), options);
});

after(() => emulator.stop());

const documents = (...texts) => texts.map((text, index) => ({ id: `d${index}`, text, language: "en" }));

async function collect(poller) {
  const results = [];
  for await (const result of await poller.pollUntilDone()) results.push(result);
  return results;
}

test("All three kinds come back in one job, each with its project", async () => {
  const actions = [entities, { ...single, actionName: "queue" }, multi];
  const poller = await client.beginAnalyzeBatch(actions, documents("Anna had black tea.", "ice"), { ...polling, displayName: "three" });

  const [who, queue, topic] = await collect(poller);

  assert.equal(who.kind, "CustomEntityRecognition");
  assert.equal(who.projectName, "Orders");
  assert.equal(who.deploymentName, "production");
  assert.deepEqual(
    who.results[0].entities.map(({ text, category, offset, length }) => ({ text, category, offset, length })),
    [
      { text: "Anna", category: "Person", offset: 0, length: 4 },
      { text: "black tea", category: "Drink", offset: 9, length: 9 },
    ],
  );
  assert.equal(queue.actionName, "queue");
  assert.deepEqual(queue.results[0].classifications, [{ category: "Bar", confidenceScore: 1 }]);
  assert.deepEqual(topic.results.map((result) => result.classifications.map((c) => c.category)), [["Hot"], ["Cold"]]);
  assert.equal(poller.getOperationState().displayName, "three");
});

test("Polling shows the job running and its actions counted", async () => {
  const poller = await client.beginAnalyzeBatch([single, multi], documents("tea"), polling);
  const statuses = new Set();
  poller.onProgress((state) => statuses.add(state.status));

  await poller.pollUntilDone();

  const state = poller.getOperationState();
  assert.ok(statuses.has("running"));
  assert.equal(state.status, "succeeded");
  assert.equal(state.actionSucceededCount, 2);
  assert.equal(state.actionFailedCount, 0);
  assert.equal(state.actionInProgressCount, 0);
  assert.equal(state.expiresOn - state.createdOn, 24 * 60 * 60 * 1000);
});

test("Pages are followed until every document was read, once and in order", async () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ id: `n${index}`, text: `tea for Anna, cup ${index}`, language: "en" }));
  const poller = await client.beginAnalyzeBatch([single], many, polling);

  const results = await collect(poller);

  assert.equal(results.length, 2);
  assert.deepEqual(results.flatMap((page) => page.results.map((result) => result.id)), many.map((document) => document.id));
});

test("A document that fails is an error in its place, and the others are results", async () => {
  const poller = await client.beginAnalyzeBatch([entities], documents("Anna", "", "Bo Ek"), polling);

  const [{ results }] = await collect(poller);

  assert.deepEqual(results.map((result) => result.id), ["d0", "d1", "d2"]);
  assert.deepEqual(results.map((result) => result.error?.code), [undefined, "InvalidDocument", undefined]);
  assert.equal(results[1].error.message, "Document text is empty.");
});

test("Statistics come when they are asked for", async () => {
  const poller = await client.beginAnalyzeBatch([entities], documents("Anna", ""), { ...polling, includeStatistics: true });

  const [action] = await collect(poller);

  assert.deepEqual(
    { ...action.statistics },
    { documentCount: 2, validDocumentCount: 1, erroneousDocumentCount: 1, transactionCount: 1 },
  );
  assert.deepEqual({ ...action.results[0].statistics }, { characterCount: 4, transactionCount: 1 });
});

test("Each way of counting characters gives its own offsets", async () => {
  const text = "👩‍👩‍👧 Bo Ek";
  for (const [stringIndexType, offset] of [["Utf16CodeUnit", 9], ["UnicodeCodePoint", 6], ["TextElement_v8", 2]]) {
    const poller = await client.beginAnalyzeBatch([{ ...entities, stringIndexType }], documents(text), polling);
    const [{ results }] = await collect(poller);
    assert.equal(results[0].entities[0].offset, offset, stringIndexType);
  }
});

test("A job can be cancelled while it runs", async () => {
  const slow = await startEmulator("--projects", repositoryPath("tests/sdk/projects"), "--job-duration", "60s");
  try {
    const patient = new TextAnalysisClient(slow.endpoint, new AzureKeyCredential(key), options);
    const poller = await patient.beginAnalyzeBatch([single], documents("tea"), polling);

    await poller.sendCancellationRequest();
    await assert.rejects(poller.pollUntilDone(), /cancel/i);

    assert.ok(["canceled", "cancelled"].includes(poller.getOperationState().status));
  } finally {
    await slow.stop();
  }
});

test("A finished job refuses to be cancelled", async () => {
  const poller = await client.beginAnalyzeBatch([single], documents("tea"), polling);
  await poller.pollUntilDone();
  const location = JSON.parse(poller.toString()).state.config.operationLocation;

  const answer = await fetch(location.replace("?", ":cancel?"), { method: "POST", headers: { "Ocp-Apim-Subscription-Key": key } });

  assert.equal(answer.status, 400);
  assert.match((await answer.json()).error.message, /^Failed to cancel job with job id .* as its already completed\.$/);
});

test("A job whose project is unknown fails, and the poller says so", async () => {
  const poller = await client.beginAnalyzeBatch([{ ...single, projectName: "Nowhere" }], documents("tea"), polling);

  await assert.rejects(poller.pollUntilDone());

  assert.equal(poller.getOperationState().status, "failed");
  assert.equal(poller.getOperationState().actionFailedCount, 1);
});

test("A wrong key is an error with status 401", async () => {
  const stranger = new TextAnalysisClient(emulator.endpoint, new AzureKeyCredential("wrong"), options);

  await assert.rejects(stranger.beginAnalyzeBatch([single], documents("tea"), polling), (error) => error.statusCode === 401);
});

test("Too many documents are refused in the service's words", async () => {
  const many = documents(...Array(26).fill("tea"));

  await assert.rejects(client.beginAnalyzeBatch([single], many, polling), (error) => {
    assert.equal(error.statusCode, 400);
    assert.match(error.message, /Max 25 records are permitted/);
    return true;
  });
});

test("A poller made from the state of another goes on where that was", async () => {
  const first = await client.beginAnalyzeBatch([single], documents("tea"), polling);
  const second = await client.restoreAnalyzeBatchPoller(first.toString(), polling);

  const [action] = await collect(second);

  assert.equal(action.results[0].classifications[0].category, "Bar");
});

test("Learned models answer the same through the SDK as on the wire", async () => {
  const learned = await startEmulator("--projects", repositoryPath("examples/projects"), "--job-duration", "0s");
  try {
    const reader = new TextAnalysisClient(learned.endpoint, new AzureKeyCredential(key), options);
    const text = "This agreement is made on 4 March 2025 between Iris Vandermeer and Northgate Storage Ltd for 1,250 euros.";
    const action = { kind: "CustomEntityRecognition", projectName: "Agreements", deploymentName: "production" };
    const poller = await reader.beginAnalyzeBatch([action], documents(text, "I owe Tom 40 dollars."), polling);

    const [{ results }] = await collect(poller);
    const [wire] = await readWire(JSON.parse(poller.toString()).state.config.operationLocation);

    assert.ok(results[0].entities.length > 0);
    const rows = (document) => document.entities.map((e) => [e.text, e.category, e.offset, e.length, e.confidenceScore]);
    assert.deepEqual(results.map(rows), wire.map(rows));
    for (const entity of results[0].entities) assert.equal(text.substr(entity.offset, entity.length), entity.text);
  } finally {
    await learned.stop();
  }
});
