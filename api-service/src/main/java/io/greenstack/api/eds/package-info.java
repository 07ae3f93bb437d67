/**
 * EtherNet/IP device descriptions over HTTP: import, list, detail.
 */
package io.greenstack.api.eds;
