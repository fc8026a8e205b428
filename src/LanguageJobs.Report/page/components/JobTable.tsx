import type { Job } from '../data/report.js';
import { visibleLine } from '../marks/visible.js';
import { report } from '../store/store.js';
import { Table } from './Table.js';

const most = 100;

/** The jobs that the report is about. */
export function JobTable() {
  const { jobs, referenceJobs } = report;
  return (
    <>
      <Jobs caption="Jobs" jobs={jobs} />
      {referenceJobs && <Jobs caption="Reference jobs" jobs={referenceJobs} />}
    </>
  );
}

function Jobs({ caption, jobs }: { caption: string; jobs: readonly Job[] }) {
  const shown = jobs.length > most ? `${caption} (the first ${most} of ${jobs.length})` : caption;
  return (
    <Table name="jobs" caption={shown} columns={['Job', 'Name', 'Status', 'Created']}>
      {jobs.slice(0, most).map(job => (
        <tr>
          <th scope="row">
            <bdi>{visibleLine(job.id ?? '')}</bdi>
          </th>
          <td>
            <bdi>{visibleLine(job.name ?? '')}</bdi>
          </td>
          <td>
            <bdi>{visibleLine(job.status ?? '')}</bdi>
          </td>
          <td>{job.created && new Date(job.created).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}</td>
        </tr>
      ))}
    </Table>
  );
}
