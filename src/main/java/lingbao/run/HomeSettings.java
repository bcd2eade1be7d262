package lingbao.run;

import java.nio.file.Path;
import java.util.Objects;
import lingbao.catalogue.HomeDeclaration;
import lingbao.seal.Seal;

/**
 * What was decided about this home before its first use.
 *
 * @param migration whether the time at which a sheet came may be given
 */
record HomeSettings(boolean migration) {

    private static final String MIGRATION = "migration";
    private static final String KEY = "key";

    /**
     * Decides by the home's file at its first use, and never again: received times can't be opened up later.
     *
     * @throws CommandFault where the keys are not those that the stored data were sealed with
     */
    static HomeSettings of(Path home, HomeSettingMapper mapper, Seal seal) {
        if (!decided(mapper, KEY, seal.personKey(KEY)).equals(seal.personKey(KEY))) {
            throw new CommandFault("密钥与数据库里的数据不符，程序没有启动：请从备份中放回原来的密钥文件。");
        }
        String declared = Boolean.toString(HomeDeclaration.of(home).migration());
        return new HomeSettings(Boolean.parseBoolean(decided(mapper, MIGRATION, declared)));
    }

    private static String decided(HomeSettingMapper mapper, String name, String now) {
        mapper.decide(name, now);
        return Objects.requireNonNull(mapper.decided(name));
    }
}
