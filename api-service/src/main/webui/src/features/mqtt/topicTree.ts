/** A level of topics. */
export interface TopicNode {
  name: string;
  count: number;
  /** The whole topic, where messages came on exactly this one. */
  topic?: string;
  children: TopicNode[];
}

/** Topics as a tree by their levels; counts include what lies below. */
export function tree(topics: readonly { topic: string; count: number }[]): TopicNode[] {
  const root: TopicNode = { name: '', count: 0, children: [] };
  for (const { topic, count } of topics) {
    let node = root;
    for (const level of topic.split('/')) {
      let next = node.children.find((each) => each.name === level);
      if (!next) {
        next = { name: level, count: 0, children: [] };
        node.children.push(next);
      }
      next.count += count;
      node = next;
    }
    node.topic = topic;
  }
  return root.children;
}
