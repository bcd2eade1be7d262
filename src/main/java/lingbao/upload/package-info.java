/** Takes one file and keeps its bytes, encrypted, under their hash, durable before anything is answered. Knows nothing of what is inside. */
@NullMarked
package lingbao.upload;

import org.jspecify.annotations.NullMarked;
