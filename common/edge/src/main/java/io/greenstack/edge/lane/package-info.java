/** The ways by which messages reach a service, opened when it starts and drained when it stops. */
package io.greenstack.edge.lane;
