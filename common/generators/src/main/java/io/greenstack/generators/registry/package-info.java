/** The generators there are. */
package io.greenstack.generators.registry;
