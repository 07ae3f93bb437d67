import { Button, type ButtonProps } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { fetchFile } from '../lib/save';
import { send } from '../api/client';

/** Fetches a file of the API, because a link cannot send the API key, and gives it to the user under the name that the API says. */
export function DownloadButton({ path, children, ...props }: ButtonProps & { path: string; children: string }) {
  const save = useMutation({
    mutationFn: async () => fetchFile(await send(path, { accept: '*/*' })),
    onError: (error) => notifications.show({ message: error.message, color: 'red' }),
  });
  return <Button variant="light" size="xs" {...props} loading={save.isPending} onClick={() => save.mutate()}>{children}</Button>;
}
