/**
 * What a report holds, as the module writes it: Reporting/Report/ReportJson.cs there is the other side of these types.
 *
 * Offsets and lengths count UTF-16 code units of the document's text, as strings do here and in .NET. A member that is absent
 * is not known. Categories, tasks and jobs are referred to by their index.
 */
export interface Report {
  title: string;
  /** When the report was written, ISO 8601 in UTC. */
  created: string;
  /** The module and its version. */
  generator: string;
  /** True when texts were left out on purpose. */
  textExcluded: boolean;
  jobs: Job[];
  /** Tasks of one kind and name are one task, in however many jobs they ran. */
  tasks: Task[];
  categories: string[];
  documents: Document[];
  /** Errors of jobs and tasks; those of documents stand with their documents. */
  errors: JobError[];
  /** Against labels; absent when the report has none. */
  scores?: Score[];
  confusion?: Confusion[];
  /** The jobs that the results are compared with; absent when there are none. */
  referenceJobs?: Job[];
}

export interface Job {
  id?: string;
  name?: string;
  status?: string;
  created?: string;
}

export interface Task {
  kind: string;
  name?: string;
}

export interface Document {
  id: string;
  /** Absent when only the labels or the reference job know the document. */
  job?: number;
  /** Absent when it was not found, or when the report excludes texts. */
  text?: string;
  results: Result[];
}

/** What one task found in one document. */
export interface Result {
  task: number;
  entities: Entity[];
  classes: Row[];
  warnings: Problem[];
  /** Why the document failed in this task. */
  error?: Problem;
  redactedText?: string;
  /** Members of the service's answer that the report has no place for, as JSON. */
  members?: Member[];
  /** How the result differs from the labels; absent when the labels do not know the document. */
  mistakes?: Difference[];
  /** How the result differs from the reference job's. */
  changes?: Difference[];
}

export interface Row {
  category: number;
  /** From 0 to 1. */
  score?: number;
}

export interface Entity extends Row {
  subcategory?: string;
  offset: number;
  length: number;
  /** The entity's text where the document's text is not there, or does not have it at this offset. */
  text?: string;
}

/** One pair of rows that differ; Added has no reference, Removed has a reference alone. */
export interface Difference {
  change: 'Added' | 'Removed' | 'Relabelled' | 'Moved' | 'Rescored';
  /** The index of the entity or, in a classification, of the class. */
  row?: number;
  reference?: Row & Partial<Pick<Entity, 'offset' | 'length' | 'text'>>;
  /** Which side the labels agree with. */
  right?: 'Reference' | 'Difference' | 'Both' | 'Neither';
}

export interface Problem {
  code?: string;
  message?: string;
}

export interface JobError extends Problem {
  job: number;
  task?: number;
}

export interface Member {
  name: string;
  json: string;
}

/** A row of scores: a category's or, with a word in `average`, one over all categories. */
export interface Score {
  task: number;
  category?: number;
  average?: 'Micro' | 'Macro' | 'Weighted';
  support: number;
  truePositives?: number;
  falsePositives?: number;
  falseNegatives?: number;
  precision: number;
  recall: number;
  f1: number;
  accuracy?: number;
}

/** How often what was expected was predicted as what; an absent category is none. */
export interface Confusion {
  task: number;
  expected?: number;
  predicted?: number;
  count: number;
}
