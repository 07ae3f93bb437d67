/**
 * Whether the service and what it depends on work.
 */
package io.greenstack.api.health;
