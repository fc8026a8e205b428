// Fetches jobs with Microsoft's own SDK. Its public way back to a job, a poller restored from saved state, loses the address of the
// results when the first poll finds the job finished; so the SDK's own generated operation is called, with one request a job.
import { AzureKeyCredential, TextAnalysisClient } from "@azure/ai-language-text";

const [endpoint, jobs, inFlight] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const options = { allowInsecureConnection: true, apiVersion: "2023-04-01" };
const { analyzeText } = new TextAnalysisClient(endpoint, new AzureKeyCredential("0123456789abcdef0123456789abcdef"), options)._client;

async function fetchJob(number) {
  const job = await analyzeText.jobStatus(`${number.toString(16).padStart(8, "0")}-5717-4562-b3fc-2c963f66afa6`);
  let rows = 0;
  for (const task of job.tasks.items)
    for (const document of task.results.documents) rows += document.entities.length;
  return rows;
}

async function fetchJobs(count) {
  let next = 0;
  let rows = 0;
  const worker = async () => {
    while (next < count) {
      const fetched = await fetchJob(next++);
      rows += fetched;
    }
  };
  await Promise.all(Array.from({ length: inFlight }, worker));
  return rows;
}

await fetchJobs(inFlight);
const started = performance.now();
const rows = await fetchJobs(jobs);
console.log(`${(performance.now() - started) / 1000} ${rows}`);
