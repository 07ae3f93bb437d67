/**
 * Where telemetry and events go for good. Messages are read and decoded here; a {@link io.greenstack.edge.sink.Sink} stores
 * what they say and answers for each. A new store is one sink, and a service that starts a
 * {@link io.greenstack.edge.sink.SinkLane} with it.
 */
package io.greenstack.edge.sink;
