/**
 * The catalog: device descriptions of either format in one id space, with their original files and compiled layouts.
 */
package io.greenstack.api.description;
