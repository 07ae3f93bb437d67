/**
 * One trace id through a message's whole way: a span per batch with links to the messages, W3C trace context in what we
 * publish, and the trace id in every log line, also on worker threads.
 */
package io.greenstack.platform.tracing;
