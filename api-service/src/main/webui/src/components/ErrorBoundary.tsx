import { Button, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { en } from '../i18n/en';

/** Keeps the frame of the application alive when a page fails. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override render() {
    if (!this.state.error) {
      return this.props.children;
    }
    return (
      <Stack align="flex-start" role="alert">
        <Title order={1} size="h2">{en.app.failed}</Title>
        <Text ff="monospace" size="sm">{this.state.error.message}</Text>
        <Button onClick={() => window.location.reload()}>{en.app.reload}</Button>
      </Stack>
    );
  }
}
