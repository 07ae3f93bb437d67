/**
 * Descriptions by themselves: an optional library outside (the API of IODDfinder, an internal web server or a folder of the same
 * layout) that is searched, and from which the descriptions are fetched that devices wait for.
 */
package io.greenstack.api.source;
