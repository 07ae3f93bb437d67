/**
 * The process-data layouts of registered devices on their way from the api-service, which alone writes them, to the edge
 * services, which decode with them.
 * <p>
 * Redis holds one JSON document per device ({@link io.greenstack.common.layout.DeviceLayout}), a channel that announces
 * changes, and a marker that says that the documents of all devices are there. Writing side:
 * {@link io.greenstack.common.layout.LayoutRegistry}. Reading side: {@link io.greenstack.common.layout.LayoutSource}.
 */
package io.greenstack.common.layout;
