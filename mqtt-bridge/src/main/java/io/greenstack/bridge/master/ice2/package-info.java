/** IO-Link masters ICE2 and ICE3 of Pepperl+Fuchs (Comtrol) and RSTi-OM of Emerson, over MQTT. */
package io.greenstack.bridge.master.ice2;
