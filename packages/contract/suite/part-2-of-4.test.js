await contractFile({ describe, it });
