/** Programs that read and steer devices. */
package io.greenstack.generators.client;
