/**
 * Device descriptions of any format. A service knows the formats only through {@link io.greenstack.descriptions.DescriptionFormat}; which there
 * are is told once, to {@link io.greenstack.descriptions.DescriptionFormats}.
 *
 * <pre>
 * files of an import -&gt; formats.sort(files) -&gt; format.read(package) -&gt; ReadDescription   (stored by the service)
 * stored again       -&gt; format.open(content) -&gt; OpenDescription                       (events, parameters, rules, chosen layouts)
 * </pre>
 *
 * A new format is a package beside {@code iodd} and {@code eds} with one class that implements the interface, and one more
 * entry in the list that the service gives to {@code DescriptionFormats}. Formats do not know each other.
 */
package io.greenstack.descriptions;
