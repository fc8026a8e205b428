// @azure/ai-text-analytics 5.2.0-beta.2 speaks v3.2-preview.2.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { AzureKeyCredential, TextAnalyticsClient } from "@azure/ai-text-analytics";
import { key, repositoryPath, startEmulator } from "./emulator.mjs";

const options = { allowInsecureConnection: true, retryOptions: { maxRetries: 0 } };
const polling = { updateIntervalInMs: 50 };
const orders = { projectName: "Orders", deploymentName: "production" };
const queues = { projectName: "Queues", deploymentName: "production" };
const topics = { projectName: "Topics", deploymentName: "production" };

let emulator;
let client;

before(async () => {
  emulator = await startEmulator("--projects", repositoryPath("tests/sdk/projects"), "--job-duration", "300ms");
  client = new TextAnalyticsClient(emulator.endpoint, new AzureKeyCredential(key), options);
});

after(() => emulator.stop());

const documents = (...texts) => texts.map((text, index) => ({ id: `d${index}`, text, language: "en" }));

async function collect(poller) {
  const pages = [];
  for await (const page of await poller.pollUntilDone()) pages.push(page);
  return pages;
}

test("All three kinds come back in one job", async () => {
  const actions = {
    recognizeCustomEntitiesActions: [orders],
    singleCategoryClassifyActions: [queues],
    multiCategoryClassifyActions: [topics],
  };
  const poller = await client.beginAnalyzeActions(documents("Anna had black tea.", "ice"), actions, { ...polling, displayName: "three" });

  const [page] = await collect(poller);

  const [who] = page.recognizeCustomEntitiesResults;
  assert.deepEqual(
    who.results[0].entities.map(({ text, category, offset, length }) => ({ text, category, offset, length })),
    [
      { text: "Anna", category: "Person", offset: 0, length: 4 },
      { text: "black tea", category: "Drink", offset: 9, length: 9 },
    ],
  );
  assert.equal(who.results.projectName, "Orders");
  const [queue] = page.singleCategoryClassifyResults;
  assert.deepEqual({ ...queue.results[0].classification }, { category: "Bar", confidenceScore: 1 });
  const [topic] = page.multiCategoryClassifyResults;
  assert.deepEqual(topic.results.map((result) => result.classifications.map((c) => c.category)), [["Hot"], ["Cold"]]);
  assert.equal(poller.getOperationState().displayName, "three");
  assert.equal(poller.getOperationState().actionsSucceededCount, 3);
});

test("Pages are followed until every document was read, once and in order", async () => {
  const many = Array.from({ length: 25 }, (_, index) => ({ id: `n${index}`, text: `tea for Anna, cup ${index}`, language: "en" }));
  const poller = await client.beginAnalyzeActions(many, { singleCategoryClassifyActions: [queues] }, polling);

  const pages = await collect(poller);

  assert.equal(pages.length, 2);
  const ids = pages.flatMap((page) => page.singleCategoryClassifyResults[0].results.map((result) => result.id));
  assert.deepEqual(ids, many.map((document) => document.id));
});

test("A document that fails is an error in its place, and the others are results", async () => {
  const poller = await client.beginAnalyzeActions(documents("Anna", "", "Bo Ek"), { recognizeCustomEntitiesActions: [orders] }, polling);

  const [page] = await collect(poller);

  const { results } = page.recognizeCustomEntitiesResults[0];
  assert.deepEqual(results.map((result) => result.id), ["d0", "d1", "d2"]);
  assert.deepEqual(results.map((result) => result.error?.code), [undefined, "InvalidDocument", undefined]);
});

test("Statistics come when they are asked for", async () => {
  const actions = { singleCategoryClassifyActions: [queues] };
  const poller = await client.beginAnalyzeActions(documents("tea", ""), actions, { ...polling, includeStatistics: true });

  const [page] = await collect(poller);

  const { results } = page.singleCategoryClassifyResults[0];
  assert.deepEqual(
    { ...results.statistics },
    { documentCount: 2, validDocumentCount: 1, erroneousDocumentCount: 1, transactionCount: 1 },
  );
  assert.deepEqual({ ...results[0].statistics }, { characterCount: 3, transactionCount: 1 });
});

test("Several actions of a kind are told apart by their names", async () => {
  const actions = { recognizeCustomEntitiesActions: [{ ...orders, actionName: "first" }, { ...orders, actionName: "second" }] };
  const poller = await client.beginAnalyzeActions(documents("Anna"), actions, polling);

  const [page] = await collect(poller);

  assert.deepEqual(page.recognizeCustomEntitiesResults.map((action) => action.actionName), ["first", "second"]);
});

test("Actions of a kind without names are refused", async () => {
  const actions = { recognizeCustomEntitiesActions: [orders, orders] };

  await assert.rejects(client.beginAnalyzeActions(documents("Anna"), actions, polling), (error) => {
    assert.equal(error.statusCode, 400);
    assert.match(error.message, /Duplicate task name/);
    return true;
  });
});

test("An unknown project is an action that failed, with a message", async () => {
  const actions = { singleCategoryClassifyActions: [{ ...queues, projectName: "Nowhere" }] };
  const poller = await client.beginAnalyzeActions(documents("tea"), actions, polling);

  const [page] = await collect(poller);

  assert.match(page.singleCategoryClassifyResults[0].error.message, /'Nowhere'/);
  assert.equal(poller.getOperationState().actionsFailedCount, 1);
});

test("A wrong key is an error with status 401", async () => {
  const stranger = new TextAnalyticsClient(emulator.endpoint, new AzureKeyCredential("wrong"), options);

  await assert.rejects(
    stranger.beginAnalyzeActions(documents("tea"), { singleCategoryClassifyActions: [queues] }),
    (error) => error.statusCode === 401,
  );
});
