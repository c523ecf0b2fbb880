int tamga_sandbox_placeholder(void);
