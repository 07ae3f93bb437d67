/**
 * What every endpoint has in common: problem documents, paging, time-out, body limit, headers, JSON. Knows no feature.
 */
package io.greenstack.api.platform;
