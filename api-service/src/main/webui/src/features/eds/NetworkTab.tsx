import { SimpleGrid } from '@mantine/core';
import { useGet } from '../../api/call';
import type { ObjectView } from '../../api/types';
import { Ask } from '../../components/Ask';
import { Block } from '../../components/Block';
import { Facts } from '../../components/Facts';
import { Empty } from '../../components/Page';
import { useText } from '../../i18n';
import { hexCode } from '../../lib/hex';

/** What the file says of the network objects of the device. */
export function NetworkTab({ id }: { id: number }) {
  const t = useText();
  const network = useGet('/api/eds/{id}/network-config', { id }, {}, { staleTime: 60_000 });
  return (
    <Ask query={network}>{(data) => {
      const main = [data.tcpip_interface, data.ethernet_link, data.dlr_config, data.qos_config, data.lldp_management, data.cip_security];
      const all = [...main, ...(data.object_metadata ?? [])].filter((each): each is ObjectView => !!each);
      const unique = [...new Map(all.map((each) => [each.section ?? each.object_name, each])).values()];
      return unique.length === 0 ? <Empty>{t.eds.noNetwork}</Empty> : <SimpleGrid cols={{ base: 1, md: 2 }}>{unique.map((each) => <NetworkObject key={each.section} object={each} />)}</SimpleGrid>;
    }}</Ask>
  );
}

function NetworkObject({ object }: { object: ObjectView }) {
  const t = useText();
  const list = (texts: string[] | undefined) => (texts?.length ? texts.join(', ') : undefined);
  return (
    <Block title={object.object_name ?? object.section ?? ''}>
      <Facts rows={[
        [t.eds.classCode, object.object_class_code !== undefined && `${object.object_class_code} (${hexCode(object.object_class_code, 2)})`],
        [t.description.revision, object.revision], [t.eds.maxInstances, object.max_inst], [t.eds.staticInstances, object.number_of_static_instances],
        [t.eds.dynamicInstances, object.max_number_of_dynamic_instances || undefined],
        [t.eds.classAttributes, list(object.class_attributes)], [t.eds.instanceAttributes, list(object.instance_attributes)],
        [t.eds.classServices, list(object.class_services)], [t.eds.instanceServices, list(object.instance_services)],
        ...Object.entries(object.additional_attributes ?? {}).map(([name, values]): [string, string] => [name, values.join(', ')]),
      ]} />
    </Block>
  );
}
