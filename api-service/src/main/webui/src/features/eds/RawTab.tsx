import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../../api/client';
import { Ask } from '../../components/Ask';
import { SourceView } from '../../components/SourceView';

/** The file itself, searchable; findings link to its lines. */
export function RawTab({ id, name }: { id: number; name: string }) {
  const file = useQuery({
    queryKey: ['eds-file', id],
    queryFn: async ({ signal }) => (await send(`/api/eds/${id}/file`, { signal, accept: 'text/plain, */*' })).text(),
    staleTime: Infinity,
  });
  return <Ask query={file}>{(text) => <Source name={name} text={text} />}</Ask>;
}

function Source({ name, text }: { name: string; text: string }) {
  const lines = useMemo(() => text.split(/\r\n|\n|\r/), [text]);
  return <SourceView name={name} text={text} lines={lines} render={(line) => <span className={kindOf(line)}>{line}</span>} />;
}

/** Comments begin with `$`, sections stand in brackets. */
function kindOf(line: string): string {
  return /^\s*\$/.test(line) ? 'xml-comment' : /^\s*\[/.test(line) ? 'xml-tag' : /^\s*\w+\s*=/.test(line) ? 'xml-name' : 'xml-text';
}
