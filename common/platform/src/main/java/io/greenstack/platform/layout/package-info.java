/**
 * The process-data layouts of registered devices on their way from the api-service, which alone writes them, to the edge
 * services, which decode with them.
 * <p>
 * Redis holds one JSON document per device ({@link io.greenstack.core.layout.DeviceLayout}), a channel that announces
 * changes, and a marker that says that the documents of all devices are there. Writing side:
 * {@link io.greenstack.platform.layout.LayoutRegistry}. Reading side: {@link io.greenstack.platform.layout.LayoutSource}.
 */
package io.greenstack.platform.layout;
