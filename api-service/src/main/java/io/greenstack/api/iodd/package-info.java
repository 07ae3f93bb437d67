/**
 * IO-Link device descriptions over HTTP: import, list, detail, files.
 */
package io.greenstack.api.iodd;
