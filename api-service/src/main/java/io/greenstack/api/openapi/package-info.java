/** What the OpenAPI document says of all operations alike; used by the build only. */
package io.greenstack.api.openapi;
