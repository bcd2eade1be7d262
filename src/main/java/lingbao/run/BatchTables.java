package lingbao.run;

import org.springframework.batch.core.configuration.BatchConfigurationException;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.Isolation;

/** The tables in which Spring Batch keeps what ran and how it ended. */
@Configuration(proxyBeanMethods = false)
class BatchTables extends JdbcDefaultBatchConfiguration {

    @Bean
    @Override
    public JobRepository jobRepository() {
        try {
            JdbcJobRepositoryFactoryBean tables = new JdbcJobRepositoryFactoryBean();
            tables.setDataSource(getDataSource());
            tables.setTransactionManager(getTransactionManager());
            // Under the default, launches that have nothing to do with one another fail under load.
            tables.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
            // Why a run failed is told by the messages of exceptions, which may hold a person's data: none is kept.
            tables.setMaxVarCharLengthForExitMessage(0);
            tables.afterPropertiesSet();
            return tables.getObject();
        } catch (Exception e) {
            throw new BatchConfigurationException("the tables of what ran can't be used; nothing was done", e);
        }
    }
}
