import { maskedAddress } from './secrets.js';

describe('an address that is written down', () => {
  it.each([
    ['/rest/x', '/rest/x'],
    ['/rest/x?a=1', '/rest/x?a=1'],
    ['/rest/x?token=s3cret', '/rest/x?token=***'],
    ['/rest/x?a=1&token=s3cret&b=2', '/rest/x?a=1&token=***&b=2'],
    ['/rest/x?token=s3cret&token=other', '/rest/x?token=***&token=***'],
    ['/rest/x?Token=s3cret&%74oken=s3cret&+token=s3cret', '/rest/x?Token=***&%74oken=***&+token=***'],
    ['/rest/x?token%5B%5D=s3cret&token[0]=s3cret', '/rest/x?token%5B%5D=***&token[0]=***'],
    ['/rest/x?acc%65ss_tok%65n=s3cret&accessToken=s3cret', '/rest/x?acc%65ss_tok%65n=***&accessToken=***'],
    ['/rest/x?token=a=b=c', '/rest/x?token=***'],
    ['/rest/x?a=1;token=s3cret;b&c=2', '/rest/x?a=1;token=***&c=2'],
    ['/rest/x?api_key=s3cret&PASSWORD=s3cret&secret=s3cret', '/rest/x?api_key=***&PASSWORD=***&secret=***'],
    ['/rest/x?token', '/rest/x?token'],
    ['/rest/x?%ZZ=1&token=s3cret', '/rest/x?%ZZ=1&token=***'],
    ['/rest/x?query=token', '/rest/x?query=token'],
    ['/rest/x?q=token%3Dx', '/rest/x?q=token%3Dx'],
  ])('of %s is %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });
});
