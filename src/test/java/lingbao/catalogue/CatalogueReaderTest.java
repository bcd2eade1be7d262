package lingbao.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatalogueReaderTest {

    @Test
    void readsAllThatIsShipped() {
        Catalogue catalogue = new CatalogueReader().read(new DeclaredFiles(null));

        assertThat(catalogue.forms()).containsOnlyKeys("health-check", "attendance", "disinfection");
    }
}
