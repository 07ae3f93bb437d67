/**
 * Process data: the layout compiled from a device description, and the decoder and encoder driven by it.
 * <p>
 * A {@link io.greenstack.core.processdata.ProcessDataLayout} is what remains of an IODD or EDS file once menus,
 * references, units and texts are resolved: frames of fields with a bit position, a type and a scaling. It travels from
 * the api-service to the edge services as JSON ({@link io.greenstack.core.processdata.LayoutJson}).
 */
package io.greenstack.core.processdata;
