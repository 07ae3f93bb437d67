import { send } from '../../api/client';
import type { DescriptionSummary } from '../../api/types';
import { fileName, saveBlob } from '../../lib/save';
import { zip } from '../imports/zip';

/** Where the original files of a description are, as a package. */
export function exportUrl(of: { id?: number; kind?: string }): string {
  return of.kind === 'EDS' ? `/api/eds/${of.id}/export-zip` : `/api/iodd/${of.id}/export?format=zip`;
}

/** Gives the original files of some descriptions: of one its package, of several a package of packages. */
export async function exportAll(chosen: DescriptionSummary[]) {
  const files = [];
  for (const each of chosen) {
    const blob = await (await send(exportUrl(each), { accept: 'application/zip, */*' })).blob();
    const path = `${fileName(`${each.vendor_name ?? ''}-${each.product_name ?? ''}-${each.file_version ?? ''}-${each.id}`)}.zip`;
    files.push({ path, file: new File([blob], path) });
  }
  if (files.length === 1) {
    saveBlob(files[0]!.path, files[0]!.file);
  } else {
    saveBlob('greenstack-catalog.zip', await zip(files));
  }
}
