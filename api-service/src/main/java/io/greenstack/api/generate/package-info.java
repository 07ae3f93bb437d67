/** Files for other tools, generated of descriptions and devices. */
package io.greenstack.api.generate;
