/** Dead letters of the edge services for operators: look, replay, discard. They live in Redis only. */
package io.greenstack.api.deadletter;
