/** IEC 61131-3 structured text. */
package io.greenstack.generators.plc;
