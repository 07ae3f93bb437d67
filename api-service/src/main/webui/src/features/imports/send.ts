import { ApiError } from '../../api/client';
import { keyHeader, keyRefused } from '../../api/key';
import type { ImportJobView, Problem } from '../../api/types';
import { needsPackage, packageName, type Chosen } from './collect';
import { zip } from './zip';

/**
 * Hands files over as an import job and says how far the transfer is; the job goes on by itself. XMLHttpRequest, because
 * fetch does not tell how much of a body was sent.
 *
 * @param progress gets the share that was sent, 0 to 1
 */
export async function startImport(chosen: Chosen[], progress: (share: number) => void, signal: AbortSignal): Promise<ImportJobView> {
  const form = new FormData();
  if (needsPackage(chosen)) {
    const name = packageName(chosen);
    form.append('file', new File([await zip(chosen)], name), name);
  } else {
    chosen.forEach(({ file, path }) => form.append('file', file, path));
  }
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const key = keyHeader();
    request.open('POST', '/api/imports');
    request.setRequestHeader('Accept', 'application/json');
    Object.entries(key).forEach(([name, value]) => request.setRequestHeader(name, value));
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      const body = parsed(request.responseText);
      if (request.status >= 200 && request.status < 300) {
        resolve(body as ImportJobView);
        return;
      }
      if (request.status === 401) {
        keyRefused(key);
      }
      reject(new ApiError({ ...(body as Problem | null), status: request.status, title: (body as Problem | null)?.title ?? `HTTP ${request.status}` }));
    };
    request.onerror = () => reject(new ApiError({ status: 0, title: 'No answer', detail: 'The API service does not answer.', code: 'no-answer' }));
    request.onabort = () => reject(new DOMException('Cancelled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
