/** Flows of Node-RED. */
package io.greenstack.generators.nodered;
