/** Where the small picture of a description is. */
export function pictureUrl(of: { id?: number; kind?: string }): string {
  return of.kind === 'EDS' ? `/api/eds/${of.id}/icon` : `/api/iodd/${of.id}/thumbnail`;
}
