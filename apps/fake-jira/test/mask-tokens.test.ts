import { maskedAddress } from '../src/http/journal.js';

describe('an address that is written down', () => {
  it.each([
    ['/rest/x', '/rest/x'],
    ['/rest/x?a=1', '/rest/x?a=1'],
    ['/rest/x?token=s3cret', '/rest/x?token=***'],
    ['/rest/x?a=1&token=s3cret&b=2', '/rest/x?a=1&token=***&b=2'],
    ['/rest/x?token=s3cret&token=other', '/rest/x?token=***&token=***'],
    ['/rest/x?Token=s3cret&%74oken=s3cret&+token=s3cret', '/rest/x?Token=***&%74oken=***&+token=***'],
    ['/rest/x?token%5B%5D=s3cret&token[0]=s3cret', '/rest/x?token%5B%5D=***&token[0]=***'],
    ['/rest/x?access_token=s3cret&accessToken=s3cret', '/rest/x?access_token=***&accessToken=***'],
    ['/rest/x?token=a=b=c', '/rest/x?token=***'],
    ['/rest/x?token', '/rest/x?token'],
    ['/rest/x?%ZZ=1&token=s3cret', '/rest/x?%ZZ=1&token=***'],
    ['/rest/x?query=token', '/rest/x?query=token'],
  ])('of %s is %s', (address, shown) => {
    expect(maskedAddress(address)).toBe(shown);
  });
});
