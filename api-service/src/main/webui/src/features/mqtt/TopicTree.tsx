import { Text, UnstyledButton } from '@mantine/core';
import { useMemo, useState } from 'react';
import { Block } from '../../components/Block';
import { useText } from '../../i18n';
import type { Messages } from './useMessages';
import { tree, type TopicNode } from './topicTree';

/** Topics that were seen, level by level, with how many messages each had. */
export function TopicTree({ topics, chosen, onChoose }: { topics: Messages['topics']; chosen: string | null; onChoose: (topic: string | null) => void }) {
  const t = useText();
  const root = useMemo(() => tree(topics), [topics]);
  return (
    <Block title={`${t.mqtt.topics} (${topics.length})`}>
      {topics.length === 0 && <Text size="sm" c="dimmed">{t.mqtt.none}</Text>}
      <div role="tree" aria-label={t.mqtt.topics} className="topic-tree">
        {root.map((node) => <Node key={node.name} node={node} chosen={chosen} onChoose={onChoose} depth={0} />)}
      </div>
    </Block>
  );
}

function Node({ node, chosen, onChoose, depth }: { node: TopicNode; chosen: string | null; onChoose: (topic: string | null) => void; depth: number }) {
  const [open, setOpen] = useState(depth < 2);
  const inner = node.children.length > 0;
  const leaf = node.topic !== undefined;
  const pick = () => {
    if (inner) {
      setOpen(!open);
    }
    if (leaf) {
      onChoose(chosen === node.topic ? null : node.topic!);
    }
  };
  return (
    <div role="treeitem" aria-expanded={inner ? open : undefined} aria-selected={leaf && chosen === node.topic}>
      <UnstyledButton onClick={pick} className="topic" data-chosen={(leaf && chosen === node.topic) || undefined} style={{ paddingLeft: depth * 14 + 4 }}>
        <span aria-hidden="true" className="topic-sign">{inner ? (open ? '▾' : '▸') : '·'}</span><span className="mono">{node.name || '(empty)'}</span>
        <Text span size="xs" c="dimmed" className="number">{node.count}</Text>
      </UnstyledButton>
      {inner && open && <div role="group">{node.children.map((each) => <Node key={each.name} node={each} chosen={chosen} onChoose={onChoose} depth={depth + 1} />)}</div>}
    </div>
  );
}
