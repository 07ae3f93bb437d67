import { send } from '../../api/client';
import type { Problem, UploadResult } from '../../api/types';
import { ApiError } from '../../api/client';

export type FileState = 'waiting' | 'uploading' | 'imported' | 'already_known' | 'ignored' | 'failed';

/** One line of the import's result list. A ZIP with several files has a line for each. */
export interface ImportLine {
  key: string;
  name: string;
  state: FileState;
  descriptionId?: number;
  product?: string;
  findings?: number;
  problem?: Problem;
  message?: string;
}

/** The directory of a ZIP stands at its end; this much of it is looked at. */
const DIRECTORY = 64 * 1024;

/**
 * EDS files have their own door, also packed; everything else is an IODD.
 *
 * @param directory end of the file as text, for ZIP packages
 */
export function uploadPath(fileName: string, directory = ''): string {
  const packed = /\.zip$/i.test(fileName) && /\.eds/i.test(directory) && !/\.xml/i.test(directory);
  return packed || /\.eds$/i.test(fileName) ? '/api/eds/upload' : '/api/iodd/upload';
}

/** Imports a file and says what became of it and of each file inside. Never throws. */
export async function upload(key: string, file: File): Promise<ImportLine[]> {
  const form = new FormData();
  form.append('file', file, file.name);
  try {
    const directory = new TextDecoder('latin1').decode(await file.slice(-DIRECTORY).arrayBuffer());
    const response = await send(uploadPath(file.name, directory), { method: 'POST', body: form });
    return lines(key, file.name, (await response.json()) as UploadResult);
  } catch (error) {
    const problem = error instanceof ApiError ? error.problem : { status: 0, detail: String(error) };
    return [{ key, name: file.name, state: 'failed', problem }];
  }
}

/** The API's answer as lines. */
export function lines(key: string, fileName: string, result: UploadResult): ImportLine[] {
  const results = result.results ?? [];
  const only = result.device_id ?? result.eds_id;
  if (results.length === 0) {
    return [{ key, name: fileName, state: 'imported', descriptionId: only, product: result.product_name }];
  }
  return results.map((each, i) => ({
    key: `${key}.${i}`,
    name: each.file === fileName ? fileName : `${fileName} › ${each.file}`,
    state: each.status === 'imported' || each.status === 'already_known' ? each.status : 'ignored',
    descriptionId: each.id,
    product: each.id !== undefined && each.id === only ? result.product_name : undefined,
    findings: each.finding_count,
    message: each.message,
  }));
}
