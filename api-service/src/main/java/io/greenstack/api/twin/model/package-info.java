/**
 * The device twin as plain values: merge patch (RFC 7396), delta, metadata of each leaf, rejections. Knows neither HTTP nor
 * SQL nor Redis; nothing here is ever changed in place.
 */
package io.greenstack.api.twin.model;
