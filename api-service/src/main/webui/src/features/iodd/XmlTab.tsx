import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { send } from '../../api/client';
import type { XmlDocument } from '../../api/types';
import { Ask } from '../../components/Ask';
import { SourceView } from '../../components/SourceView';
import { tokens, xmlLines } from '../../lib/xml';

/** The file itself, coloured and searchable; findings link to its lines. */
export function XmlTab({ id }: { id: number }) {
  const xml = useQuery({
    queryKey: ['xml', id],
    queryFn: async ({ signal }) => (await (await send(`/api/iodd/${id}/xml`, { signal })).json()) as XmlDocument,
    staleTime: Infinity,
  });
  return <Ask query={xml}>{(data) => <Source name={data.file_name ?? ''} text={data.xml_content ?? ''} />}</Ask>;
}

function Source({ name, text }: { name: string; text: string }) {
  const { lines, inComment } = useMemo(() => xmlLines(text), [text]);
  return (
    <SourceView name={name} text={text} lines={lines}
      render={(line, index) => tokens(line, inComment[index]!).map((token, i) => <span key={i} className={`xml-${token.kind}`}>{token.text}</span>)} />
  );
}
