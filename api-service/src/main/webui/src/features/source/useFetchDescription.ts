import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../../api/call';
import { useText } from '../../i18n';

/** Fetches a description from the library; devices that wait for it are bound. */
export function useFetchDescription() {
  const t = useText();
  const client = useQueryClient();
  return useMutation({
    mutationFn: (wanted: { vendor_id: number; device_id: number; iodd_id?: number }) => call('POST /api/iodd-source/fetch', {}, wanted),
    onSuccess: () => {
      notifications.show({ message: t.source.fetched, color: 'teal' });
      void client.invalidateQueries();
    },
  });
}
