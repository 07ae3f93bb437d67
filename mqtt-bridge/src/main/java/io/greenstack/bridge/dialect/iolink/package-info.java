/** What IO-Link masters publish beside process data by "JSON Integration for IO-Link": identification, events, port status. */
package io.greenstack.bridge.dialect.iolink;
