// Generated from the JSON Schemas by `npm run generate`. Do not edit.
import runtime_ucs2length from 'ajv/dist/runtime/ucs2length.js'
import runtime_equal from 'ajv/dist/runtime/equal.js'
import { formats as formatsOfModule } from '../src/formats.ts'
const failed = [{}]

export const form_company_setup_v1 = validate21;
const schema6 = {"$id":"urn:yibiao:form:company-setup:v1","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"urn:yibiao:compiled#/definitions/o7"},"enterpriseType":{"$ref":"urn:yibiao:compiled#/definitions/o8"},"uscc":{"$ref":"urn:yibiao:compiled#/definitions/o9"},"registrationNo":{"$ref":"urn:yibiao:compiled#/definitions/o10"},"legacyEntityId":{"$ref":"urn:yibiao:compiled#/definitions/o11"},"status":{"$ref":"urn:yibiao:compiled#/definitions/o12"},"establishedOn":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"registryOrg":{"$ref":"urn:yibiao:compiled#/definitions/o15"},"domicile":{"$ref":"urn:yibiao:compiled#/definitions/o22"},"businessPlace":{"$ref":"urn:yibiao:compiled#/definitions/o23"},"serviceOfProcess":{"$ref":"urn:yibiao:compiled#/definitions/o24"},"capital":{"$ref":"urn:yibiao:compiled#/definitions/o27"},"people":{"$ref":"urn:yibiao:compiled#/definitions/o39"},"legalRepresentative":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"directors":{"$ref":"urn:yibiao:compiled#/definitions/o44"},"supervision":{"$ref":"urn:yibiao:compiled#/definitions/o46"},"supervisors":{"$ref":"urn:yibiao:compiled#/definitions/o49"},"manager":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"financeOfficer":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"liaison":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"agent":{"$ref":"urn:yibiao:compiled#/definitions/o53"},"scope":{"$ref":"urn:yibiao:compiled#/definitions/o60"},"industry":{"$ref":"urn:yibiao:compiled#/definitions/o63"},"term":{"$ref":"urn:yibiao:compiled#/definitions/o65"},"licences":{"$ref":"urn:yibiao:compiled#/definitions/o71"},"shareholders":{"$ref":"urn:yibiao:compiled#/definitions/o78"},"articles":{"$ref":"urn:yibiao:compiled#/definitions/o80"},"beneficialOwners":{"$ref":"urn:yibiao:compiled#/definitions/o84"},"beneficialOwnershipExempt":{"type":"boolean"},"tax":{"$ref":"urn:yibiao:compiled#/definitions/o97"},"seals":{"$ref":"urn:yibiao:compiled#/definitions/o102"},"social":{"$ref":"urn:yibiao:compiled#/definitions/o109"},"medical":{"$ref":"urn:yibiao:compiled#/definitions/o110"},"employees":{"$ref":"urn:yibiao:compiled#/definitions/o112"},"housingFund":{"$ref":"urn:yibiao:compiled#/definitions/o114"},"bank":{"$ref":"urn:yibiao:compiled#/definitions/o120"},"delivery":{"$ref":"urn:yibiao:compiled#/definitions/o121"},"consents":{"$ref":"urn:yibiao:compiled#/definitions/o125"},"noticesRead":{"$ref":"urn:yibiao:compiled#/definitions/o127"},"customs":{"$ref":"urn:yibiao:compiled#/definitions/o129"},"statistics":{"$ref":"urn:yibiao:compiled#/definitions/o131"}},"required":["name","enterpriseType","domicile","capital","people","legalRepresentative","directors","supervision","financeOfficer","liaison","scope","industry","term","shareholders","articles","tax","social","delivery","noticesRead"]};
const func2 = Object.prototype.hasOwnProperty;
const formats0 = formatsOfModule["yb-name"];
const func3 = runtime_ucs2length.default;

function validate24(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 8 && func3(data) < 4){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate26(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 30 && func3(data) > 30){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate28(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 40 && func3(data) > 40){
return false;
}
else {
if(data.length < 4 && func3(data) < 2){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate30(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 40 && func3(data) > 40){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate32(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "有限公司") || (data === "有限责任公司"))){
return false;
}
return errors === 0;
}

const pattern0 = new RegExp("^[0-9A-Za-z-]{4,40}$", "u");

function validate34(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 40 && func3(data) > 40){
return false;
}
else {
if(!pattern0.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const formats8 = formatsOfModule["yb-date"];

function validate36(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 10 && func3(data) > 10){
return false;
}
else {
if(!(formats8(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate23(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.full === undefined) && (missing0 = "full")) || ((data.tradeName === undefined) && (missing0 = "tradeName"))) || ((data.orgForm === undefined) && (missing0 = "orgForm"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "full") || (key0 === "division")) || (key0 === "tradeName")) || (key0 === "industry")) || (key0 === "orgForm")) || (key0 === "reservationNo")) || (key0 === "expiresOn"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.full !== undefined){
const _errs2 = errors;
if(!(validate24(data.full))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.division !== undefined){
const _errs3 = errors;
if(!(validate26(data.division))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tradeName !== undefined){
const _errs4 = errors;
if(!(validate28(data.tradeName))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industry !== undefined){
const _errs5 = errors;
if(!(validate30(data.industry))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orgForm !== undefined){
const _errs6 = errors;
if(!(validate32(data.orgForm))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reservationNo !== undefined){
const _errs7 = errors;
if(!(validate34(data.reservationNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expiresOn !== undefined){
const _errs8 = errors;
if(!(validate36(data.expiresOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate39(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((((data === "1110") || (data === "1130")) || (data === "1140")) || (data === "1150")) || (data === "1151")) || (data === "1152")) || (data === "1153")) || (data === "1190"))){
return false;
}
return errors === 0;
}

const formats10 = formatsOfModule["yb-uscc"];

function validate41(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 18 && func3(data) > 18){
return false;
}
else {
if(!(formats10(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const formats12 = formatsOfModule["yb-aic-reg-no"];

function validate43(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 15 && func3(data) > 15){
return false;
}
else {
if(!(formats12(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern1 = new RegExp("^[0-9A-Za-z-]{1,36}$", "u");

function validate45(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 36 && func3(data) > 36){
return false;
}
else {
if(!pattern1.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate47(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((data === "1") || (data === "2")) || (data === "3")) || (data === "4")) || (data === "5")) || (data === "6")) || (data === "9"))){
return false;
}
return errors === 0;
}


function validate49(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 10 && func3(data) > 10){
return false;
}
else {
if(!(formats8(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern2 = new RegExp("^[0-9]{6,12}$", "u");

function validate52(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 12 && func3(data) > 12){
return false;
}
else {
if(!pattern2.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate54(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 60 && func3(data) > 60){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate51(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.name === undefined) && (missing0 = "name"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "name"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate52(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate54(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const formats18 = formatsOfModule["yb-text"];

function validate58(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern3 = new RegExp("^[0-9]{6}([0-9]{3}([0-9]{3})?)?$", "u");

function validate60(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 12 && func3(data) > 12){
return false;
}
else {
if(!pattern3.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern4 = new RegExp("^[0-9]{6}$", "u");

function validate62(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 6 && func3(data) > 6){
return false;
}
else {
if(!pattern4.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern5 = new RegExp("^[+0-9][0-9-]{4,19}$", "u");

function validate64(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!pattern5.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate66(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "OWNED") || (data === "LEASED")) || (data === "FREE_USE")) || (data === "DECLARED"))){
return false;
}
return errors === 0;
}

const pattern6 = new RegExp("^[0-9A-Za-z-]{4,64}$", "u");

function validate68(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64 && func3(data) > 64){
return false;
}
else {
if(!pattern6.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate57(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.text === undefined) && (missing0 = "text")) || ((data.divisionCode === undefined) && (missing0 = "divisionCode"))) || ((data.rightKind === undefined) && (missing0 = "rightKind"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "text") || (key0 === "divisionCode")) || (key0 === "postalCode")) || (key0 === "phone")) || (key0 === "rightKind")) || (key0 === "evidenceId"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.text !== undefined){
const _errs2 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.divisionCode !== undefined){
const _errs3 = errors;
if(!(validate60(data.divisionCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.postalCode !== undefined){
const _errs4 = errors;
if(!(validate62(data.postalCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phone !== undefined){
const _errs5 = errors;
if(!(validate64(data.phone))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rightKind !== undefined){
const _errs6 = errors;
if(!(validate66(data.rightKind))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidenceId !== undefined){
const _errs7 = errors;
if(!(validate68(data.evidenceId))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate71(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.text === undefined) && (missing0 = "text")) || ((data.divisionCode === undefined) && (missing0 = "divisionCode"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "text") || (key0 === "divisionCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.text !== undefined){
const _errs2 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.divisionCode !== undefined){
const _errs3 = errors;
if(!(validate60(data.divisionCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate75(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.address === undefined) && (missing0 = "address")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "address")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.address !== undefined){
if(!(validate58(data.address))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate79(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 1000000000000000 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate81(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(data === "CNY")){
return false;
}
return errors === 0;
}


function validate78(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.amountFen === undefined) && (missing0 = "amountFen")) || ((data.currency === undefined) && (missing0 = "currency"))) || ((data.paidInBy === undefined) && (missing0 = "paidInBy"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "amountFen") || (key0 === "currency")) || (key0 === "paidInBy"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.amountFen !== undefined){
const _errs2 = errors;
if(!(validate79(data.amountFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
const _errs3 = errors;
if(!(validate81(data.currency))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidInBy !== undefined){
const _errs4 = errors;
if(!(validate36(data.paidInBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema38 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"name":{"$ref":"urn:yibiao:compiled#/definitions/o29"},"idType":{"$ref":"urn:yibiao:compiled#/definitions/o30"},"idNo":{"$ref":"urn:yibiao:compiled#/definitions/o31"},"nationality":{"$ref":"urn:yibiao:compiled#/definitions/o32"},"sex":{"$ref":"urn:yibiao:compiled#/definitions/o33"},"birthDate":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"mobile":{"$ref":"urn:yibiao:compiled#/definitions/o34"},"email":{"$ref":"urn:yibiao:compiled#/definitions/o35"},"residence":{"$ref":"urn:yibiao:compiled#/definitions/o16"},"faceVerifiedAt":{"$ref":"urn:yibiao:compiled#/definitions/o36"},"eSignature":{"$ref":"urn:yibiao:compiled#/definitions/o37"}},"required":["key","name","idType","idNo"]};
const pattern7 = new RegExp("^[A-Z][A-Z0-9]{0,15}$", "u");

function validate87(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 16 && func3(data) > 16){
return false;
}
else {
if(!pattern7.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate89(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 50 && func3(data) > 50){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate91(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "111") || (data === "414")) || (data === "511")) || (data === "516")) || (data === "553"))){
return false;
}
return errors === 0;
}

const pattern8 = new RegExp("^[0-9A-Za-z()]{5,24}$", "u");

function validate93(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 24 && func3(data) > 24){
return false;
}
else {
if(!pattern8.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern9 = new RegExp("^[0-9]{3}$", "u");

function validate95(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 3 && func3(data) > 3){
return false;
}
else {
if(!pattern9.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate97(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "0") || (data === "1")) || (data === "2")) || (data === "9"))){
return false;
}
return errors === 0;
}

const formats22 = formatsOfModule["yb-mobile"];

function validate100(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!(formats22(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern10 = new RegExp("^[^@\\s]{1,64}@[^@\\s]{1,63}$", "u");

function validate102(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
else {
if(!pattern10.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const formats24 = formatsOfModule["yb-instant"];

function validate105(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 35 && func3(data) > 35){
return false;
}
else {
if(!(formats24(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern11 = new RegExp("^[0-9A-Za-z+/=_:-]{8,200}$", "u");

function validate107(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(!pattern11.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate86(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.idType === undefined) && (missing0 = "idType"))) || ((data.idNo === undefined) && (missing0 = "idNo"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema38.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate89(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idType !== undefined){
const _errs4 = errors;
if(!(validate91(data.idType))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idNo !== undefined){
const _errs5 = errors;
if(!(validate93(data.idNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nationality !== undefined){
const _errs6 = errors;
if(!(validate95(data.nationality))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sex !== undefined){
const _errs7 = errors;
if(!(validate97(data.sex))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.birthDate !== undefined){
const _errs8 = errors;
if(!(validate36(data.birthDate))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mobile !== undefined){
const _errs9 = errors;
if(!(validate100(data.mobile))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.email !== undefined){
const _errs10 = errors;
if(!(validate102(data.email))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.residence !== undefined){
const _errs11 = errors;
if(!(validate58(data.residence))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.faceVerifiedAt !== undefined){
const _errs12 = errors;
if(!(validate105(data.faceVerifiedAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eSignature !== undefined){
const _errs13 = errors;
if(!(validate107(data.eSignature))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate85(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate86(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate111(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.person === undefined) && (missing0 = "person")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "person")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate118(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "CHAIR") || (data === "VICE_CHAIR")) || (data === "EXECUTIVE")) || (data === "DIRECTOR"))){
return false;
}
return errors === 0;
}


function validate120(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 3 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate115(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.person === undefined) && (missing0 = "person"))) || ((data.position === undefined) && (missing0 = "position"))) || ((data.termYears === undefined) && (missing0 = "termYears"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "person")) || (key0 === "position")) || (key0 === "termYears"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs4 = errors;
if(!(validate118(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.termYears !== undefined){
const _errs5 = errors;
if(!(validate120(data.termYears))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate114(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate115(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate125(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "BOARD") || (data === "SINGLE")) || (data === "NONE_UNANIMOUS")) || (data === "AUDIT_COMMITTEE"))){
return false;
}
return errors === 0;
}


function validate124(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "kind")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
if(!(validate125(data.kind))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate132(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "CHAIR") || (data === "SUPERVISOR"))){
return false;
}
return errors === 0;
}


function validate129(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.person === undefined) && (missing0 = "person"))) || ((data.position === undefined) && (missing0 = "position"))) || ((data.staff === undefined) && (missing0 = "staff"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "person")) || (key0 === "position")) || (key0 === "staff"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs4 = errors;
if(!(validate132(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.staff !== undefined){
const _errs5 = errors;
if(typeof data.staff !== "boolean"){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate128(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate129(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate141(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate144(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "FILE") || (data === "CORRECT")) || (data === "COLLECT"))){
return false;
}
return errors === 0;
}

const func0 = runtime_equal.default;

function validate143(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 3){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate144(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate139(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.authority === undefined) && (missing0 = "authority")) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "person") || (key0 === "name")) || (key0 === "authority")) || (key0 === "from")) || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
const _errs2 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate141(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authority !== undefined){
const _errs4 = errors;
if(!(validate143(data.authority))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate36(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern12 = new RegExp("^[0-9A-Z]{3,16}$", "u");

function validate154(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 16 && func3(data) > 16){
return false;
}
else {
if(!pattern12.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate157(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "GENERAL") || (data === "LICENSED"))){
return false;
}
return errors === 0;
}


function validate159(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "PRE") || (data === "POST")) || (data === "NONE"))){
return false;
}
return errors === 0;
}


function validate152(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.key === undefined) && (missing0 = "key")) || ((data.itemCode === undefined) && (missing0 = "itemCode"))) || ((data.text === undefined) && (missing0 = "text"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.gate === undefined) && (missing0 = "gate"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "itemCode")) || (key0 === "text")) || (key0 === "kind")) || (key0 === "gate"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.itemCode !== undefined){
const _errs3 = errors;
if(!(validate154(data.itemCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs4 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs5 = errors;
if(!(validate157(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gate !== undefined){
const _errs6 = errors;
if(!(validate159(data.gate))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate151(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 60){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate152(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate163(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 4000 && func3(data) > 4000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate150(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.items === undefined) && (missing0 = "items")) || ((data.text === undefined) && (missing0 = "text"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "items") || (key0 === "text"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.items !== undefined){
const _errs2 = errors;
if(!(validate151(data.items))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs3 = errors;
if(!(validate163(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern13 = new RegExp("^[0-9]{4}$", "u");

function validate167(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 4 && func3(data) > 4){
return false;
}
else {
if(!pattern13.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern14 = new RegExp("^[A-T]$", "u");

function validate169(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1 && func3(data) > 1){
return false;
}
else {
if(!pattern14.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate166(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.section === undefined) && (missing0 = "section"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "section"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate167(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.section !== undefined){
const _errs3 = errors;
if(!(validate169(data.section))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate173(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "LONG_TERM") || (data === "FIXED"))){
return false;
}
return errors === 0;
}


function validate172(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "from")) || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if(!(validate173(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs3 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs4 = errors;
if(!(validate36(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate181(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 60 && func3(data) > 60){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern15 = new RegExp("^[A-Z][A-Z0-9-]{1,39}$", "u");

function validate183(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 40 && func3(data) > 40){
return false;
}
else {
if(!pattern15.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate185(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 80 && func3(data) > 80){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats0(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate189(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 60){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate87(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate179(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.key === undefined) && (missing0 = "key")) || ((data.no === undefined) && (missing0 = "no"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.issuer === undefined) && (missing0 = "issuer"))) || ((data.validFrom === undefined) && (missing0 = "validFrom"))) || ((data.scopeItemKeys === undefined) && (missing0 = "scopeItemKeys"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "key") || (key0 === "no")) || (key0 === "kind")) || (key0 === "issuer")) || (key0 === "validFrom")) || (key0 === "validTo")) || (key0 === "scopeItemKeys"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.no !== undefined){
const _errs3 = errors;
if(!(validate181(data.no))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(!(validate183(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuer !== undefined){
const _errs5 = errors;
if(!(validate185(data.issuer))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validFrom !== undefined){
const _errs6 = errors;
if(!(validate36(data.validFrom))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validTo !== undefined){
const _errs7 = errors;
if(!(validate36(data.validTo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scopeItemKeys !== undefined){
const _errs8 = errors;
if(!(validate189(data.scopeItemKeys))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate178(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate179(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema82 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o72"},"person":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"uscc":{"$ref":"urn:yibiao:compiled#/definitions/o9"},"name":{"$ref":"urn:yibiao:compiled#/definitions/o50"},"type":{"$ref":"urn:yibiao:compiled#/definitions/o73"},"subscribedFen":{"$ref":"urn:yibiao:compiled#/definitions/o25"},"subscribedBy":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"forms":{"$ref":"urn:yibiao:compiled#/definitions/o75"},"paidFen":{"$ref":"urn:yibiao:compiled#/definitions/o76"},"paidOn":{"$ref":"urn:yibiao:compiled#/definitions/o6"}},"required":["key","kind","subscribedFen","subscribedBy","forms"]};

function validate197(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "NATURAL") || (data === "LEGAL"))){
return false;
}
return errors === 0;
}


function validate200(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 18 && func3(data) > 18){
return false;
}
else {
if(!(formats10(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate203(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((data === "ENTERPRISE") || (data === "STATE_ORGAN")) || (data === "INSTITUTION")) || (data === "SOCIAL_ORGANISATION")) || (data === "PARTNERSHIP")) || (data === "FOREIGN")) || (data === "OTHER"))){
return false;
}
return errors === 0;
}

const pattern16 = new RegExp("^[A-Z][A-Z_]{1,31}$", "u");

function validate208(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 32 && func3(data) > 32){
return false;
}
else {
if(!pattern16.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate207(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 8){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate208(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate211(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 1000000000000000 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate195(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.key === undefined) && (missing0 = "key")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.subscribedFen === undefined) && (missing0 = "subscribedFen"))) || ((data.subscribedBy === undefined) && (missing0 = "subscribedBy"))) || ((data.forms === undefined) && (missing0 = "forms"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema82.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate197(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs4 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uscc !== undefined){
const _errs5 = errors;
if(!(validate200(data.uscc))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(!(validate141(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
const _errs7 = errors;
if(!(validate203(data.type))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subscribedFen !== undefined){
const _errs8 = errors;
if(!(validate79(data.subscribedFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subscribedBy !== undefined){
const _errs9 = errors;
if(!(validate36(data.subscribedBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.forms !== undefined){
const _errs10 = errors;
if(!(validate207(data.forms))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidFen !== undefined){
const _errs11 = errors;
if(!(validate211(data.paidFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidOn !== undefined){
const _errs12 = errors;
if(!(validate36(data.paidOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate194(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate195(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern17 = new RegExp("^(sha256|sm3):[0-9a-f]{64}$", "u");

function validate217(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 71 && func3(data) > 71){
return false;
}
else {
if(!pattern17.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate216(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.digest === undefined) && (missing0 = "digest")) || ((data.adoptedOn === undefined) && (missing0 = "adoptedOn"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "digest") || (key0 === "adoptedOn"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.digest !== undefined){
const _errs2 = errors;
if(!(validate217(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.adoptedOn !== undefined){
const _errs3 = errors;
if(!(validate36(data.adoptedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate225(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "EQUITY") || (data === "INCOME_OR_VOTES")) || (data === "CONTROL"))){
return false;
}
return errors === 0;
}


function validate227(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 100 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate222(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.person === undefined) && (missing0 = "person"))) || ((data.nature === undefined) && (missing0 = "nature"))) || ((data.from === undefined) && (missing0 = "from"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "person")) || (key0 === "nature")) || (key0 === "sharePercentage")) || (key0 === "from"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nature !== undefined){
const _errs4 = errors;
if(!(validate225(data.nature))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sharePercentage !== undefined){
const _errs5 = errors;
if(!(validate227(data.sharePercentage))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs6 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate221(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate222(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema95 = {"type":"object","additionalProperties":false,"properties":{"authorityCode":{"$ref":"urn:yibiao:compiled#/definitions/o85"},"taxpayerId":{"$ref":"urn:yibiao:compiled#/definitions/o86"},"vatStatus":{"$ref":"urn:yibiao:compiled#/definitions/o87"},"types":{"$ref":"urn:yibiao:compiled#/definitions/o89"},"accountingSystem":{"$ref":"urn:yibiao:compiled#/definitions/o90"},"depreciation":{"$ref":"urn:yibiao:compiled#/definitions/o91"},"officer":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"invoiceCollector":{"$ref":"urn:yibiao:compiled#/definitions/o40"},"invoice":{"$ref":"urn:yibiao:compiled#/definitions/o96"}},"required":["vatStatus","accountingSystem","officer"]};
const pattern18 = new RegExp("^[0-9]{11}$", "u");

function validate233(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 11 && func3(data) > 11){
return false;
}
else {
if(!pattern18.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern19 = new RegExp("^[0-9A-Z]{15,20}$", "u");

function validate235(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!pattern19.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate237(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "SMALL_SCALE") || (data === "GENERAL"))){
return false;
}
return errors === 0;
}


function validate240(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((((((((data === "VAT") || (data === "CIT")) || (data === "IIT")) || (data === "URBAN")) || (data === "EDUCATION")) || (data === "LOCAL_EDUCATION")) || (data === "STAMP")) || (data === "PROPERTY")) || (data === "LAND_USE")) || (data === "CONSUMPTION")) || (data === "RESOURCE")) || (data === "VEHICLE"))){
return false;
}
return errors === 0;
}


function validate239(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 12){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate240(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate243(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "ENTERPRISE") || (data === "SMALL_ENTERPRISE")) || (data === "OTHER"))){
return false;
}
return errors === 0;
}


function validate245(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "STRAIGHT_LINE") || (data === "UNITS_OF_OUTPUT")) || (data === "DOUBLE_DECLINING")) || (data === "SUM_OF_YEARS"))){
return false;
}
return errors === 0;
}


function validate247(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.person === undefined) && (missing0 = "person")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "person")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate253(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "DIGITAL_SPECIAL") || (data === "DIGITAL_ORDINARY")) || (data === "PAPER_SPECIAL")) || (data === "PAPER_ORDINARY"))){
return false;
}
return errors === 0;
}


function validate252(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 4){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate253(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate256(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 100000 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate259(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "ELECTRONIC") || (data === "COUNTER")) || (data === "POST"))){
return false;
}
return errors === 0;
}


function validate251(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.kinds === undefined) && (missing0 = "kinds")) || ((data.monthlyQuantity === undefined) && (missing0 = "monthlyQuantity"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "kinds") || (key0 === "monthlyQuantity")) || (key0 === "perInvoiceCapFen")) || (key0 === "delivery"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kinds !== undefined){
const _errs2 = errors;
if(!(validate252(data.kinds))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyQuantity !== undefined){
const _errs3 = errors;
if(!(validate256(data.monthlyQuantity))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.perInvoiceCapFen !== undefined){
const _errs4 = errors;
if(!(validate211(data.perInvoiceCapFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivery !== undefined){
const _errs5 = errors;
if(!(validate259(data.delivery))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate232(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.vatStatus === undefined) && (missing0 = "vatStatus")) || ((data.accountingSystem === undefined) && (missing0 = "accountingSystem"))) || ((data.officer === undefined) && (missing0 = "officer"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema95.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.authorityCode !== undefined){
const _errs2 = errors;
if(!(validate233(data.authorityCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taxpayerId !== undefined){
const _errs3 = errors;
if(!(validate235(data.taxpayerId))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vatStatus !== undefined){
const _errs4 = errors;
if(!(validate237(data.vatStatus))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.types !== undefined){
const _errs5 = errors;
if(!(validate239(data.types))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountingSystem !== undefined){
const _errs6 = errors;
if(!(validate243(data.accountingSystem))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.depreciation !== undefined){
const _errs7 = errors;
if(!(validate245(data.depreciation))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.officer !== undefined){
const _errs8 = errors;
if(!(validate247(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoiceCollector !== undefined){
const _errs9 = errors;
if(!(validate247(data.invoiceCollector))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoice !== undefined){
const _errs10 = errors;
if(!(validate251(data.invoice))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate266(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "OFFICIAL") || (data === "FINANCE")) || (data === "CONTRACT")) || (data === "INVOICE")) || (data === "LEGAL_REPRESENTATIVE"))){
return false;
}
return errors === 0;
}


function validate268(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "RUBBER") || (data === "COPPER")) || (data === "PHOTOSENSITIVE")) || (data === "NONE"))){
return false;
}
return errors === 0;
}

const pattern20 = new RegExp("^[0-9A-Z]{13}$", "u");

function validate271(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 13 && func3(data) > 13){
return false;
}
else {
if(!pattern20.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate264(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.material === undefined) && (missing0 = "material"))) || ((data.electronic === undefined) && (missing0 = "electronic"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "key") || (key0 === "kind")) || (key0 === "material")) || (key0 === "electronic")) || (key0 === "maker")) || (key0 === "recordNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate266(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.material !== undefined){
const _errs4 = errors;
if(!(validate268(data.material))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.electronic !== undefined){
const _errs5 = errors;
if(typeof data.electronic !== "boolean"){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maker !== undefined){
const _errs7 = errors;
if(!(validate185(data.maker))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordNo !== undefined){
const _errs8 = errors;
if(!(validate271(data.recordNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate263(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 12){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate264(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate276(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 1000000 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate279(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "PENSION") || (data === "UNEMPLOYMENT")) || (data === "INJURY")) || (data === "MEDICAL")) || (data === "MATERNITY"))){
return false;
}
return errors === 0;
}


function validate278(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 5){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate279(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const formats36 = formatsOfModule["yb-month"];

function validate282(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 7 && func3(data) > 7){
return false;
}
else {
if(!(formats36(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate284(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 8 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}

const pattern21 = new RegExp("^[0-9A-Z]{4,32}$", "u");

function validate286(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 32 && func3(data) > 32){
return false;
}
else {
if(!pattern21.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate275(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.expectedHeadcount === undefined) && (missing0 = "expectedHeadcount")) || ((data.insuranceTypes === undefined) && (missing0 = "insuranceTypes"))) || ((data.contact === undefined) && (missing0 = "contact"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "expectedHeadcount") || (key0 === "insuranceTypes")) || (key0 === "firstPayMonth")) || (key0 === "injuryRiskClass")) || (key0 === "unitNo")) || (key0 === "contact"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.expectedHeadcount !== undefined){
const _errs2 = errors;
if(!(validate276(data.expectedHeadcount))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.insuranceTypes !== undefined){
const _errs3 = errors;
if(!(validate278(data.insuranceTypes))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstPayMonth !== undefined){
const _errs4 = errors;
if(!(validate282(data.firstPayMonth))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.injuryRiskClass !== undefined){
const _errs5 = errors;
if(!(validate284(data.injuryRiskClass))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unitNo !== undefined){
const _errs6 = errors;
if(!(validate286(data.unitNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contact !== undefined){
const _errs7 = errors;
if(!(validate247(data.contact))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate290(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.unitNo === undefined) && (missing0 = "unitNo")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "unitNo")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.unitNo !== undefined){
if(!(validate286(data.unitNo))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate294(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.name === undefined) && (missing0 = "name"))) || ((data.idNo === undefined) && (missing0 = "idNo"))) || ((data.hireDate === undefined) && (missing0 = "hireDate"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "name")) || (key0 === "idNo")) || (key0 === "hireDate")) || (key0 === "baseFen"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate89(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idNo !== undefined){
const _errs4 = errors;
if(!(validate93(data.idNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hireDate !== undefined){
const _errs5 = errors;
if(!(validate36(data.hireDate))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.baseFen !== undefined){
const _errs6 = errors;
if(!(validate211(data.baseFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate293(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate294(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate303(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 10000 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate302(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.ratioUnit === undefined) && (missing0 = "ratioUnit")) || ((data.ratioStaff === undefined) && (missing0 = "ratioStaff"))) || ((data.firstMonth === undefined) && (missing0 = "firstMonth"))) || ((data.staffCount === undefined) && (missing0 = "staffCount"))) || ((data.contact === undefined) && (missing0 = "contact"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "ratioUnit") || (key0 === "ratioStaff")) || (key0 === "firstMonth")) || (key0 === "staffCount")) || (key0 === "contact")) || (key0 === "accountNo")) || (key0 === "bank"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.ratioUnit !== undefined){
const _errs2 = errors;
if(!(validate303(data.ratioUnit))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ratioStaff !== undefined){
const _errs3 = errors;
if(!(validate303(data.ratioStaff))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstMonth !== undefined){
const _errs4 = errors;
if(!(validate282(data.firstMonth))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.staffCount !== undefined){
const _errs5 = errors;
if(!(validate276(data.staffCount))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contact !== undefined){
const _errs6 = errors;
if(!(validate247(data.contact))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNo !== undefined){
const _errs7 = errors;
if(!(validate286(data.accountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bank !== undefined){
const _errs8 = errors;
if(!(validate54(data.bank))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const formats38 = formatsOfModule["yb-cnaps"];

function validate313(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 12 && func3(data) > 12){
return false;
}
else {
if(!(formats38(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern22 = new RegExp("^[A-Z][A-Z0-9-]{1,31}$", "u");

function validate315(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 32 && func3(data) > 32){
return false;
}
else {
if(!pattern22.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate319(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "BASIC") || (data === "GENERAL"))){
return false;
}
return errors === 0;
}

const pattern23 = new RegExp("^[0-9]{8,32}$", "u");

function validate321(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 32 && func3(data) > 32){
return false;
}
else {
if(!pattern23.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern24 = new RegExp("^[A-Z][0-9]{8,19}$", "u");

function validate323(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!pattern24.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate312(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.bankCode === undefined) && (missing0 = "bankCode")) || ((data.participant === undefined) && (missing0 = "participant"))) || ((data.branchName === undefined) && (missing0 = "branchName"))) || ((data.accountNature === undefined) && (missing0 = "accountNature"))) || ((data.consent === undefined) && (missing0 = "consent"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "bankCode") || (key0 === "participant")) || (key0 === "branchName")) || (key0 === "appointmentOn")) || (key0 === "accountNature")) || (key0 === "consent")) || (key0 === "accountNo")) || (key0 === "basicAccountNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.bankCode !== undefined){
const _errs2 = errors;
if(!(validate313(data.bankCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs3 = errors;
if(!(validate315(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.branchName !== undefined){
const _errs4 = errors;
if(!(validate185(data.branchName))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.appointmentOn !== undefined){
const _errs5 = errors;
if(!(validate36(data.appointmentOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNature !== undefined){
const _errs6 = errors;
if(!(validate319(data.accountNature))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.consent !== undefined){
const _errs7 = errors;
if(typeof data.consent !== "boolean"){
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNo !== undefined){
const _errs9 = errors;
if(!(validate321(data.accountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basicAccountNo !== undefined){
const _errs10 = errors;
if(!(validate323(data.basicAccountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate326(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.kind === undefined) && (missing0 = "kind")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "address"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if(!(validate259(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
const _errs3 = errors;
if(!(validate58(data.address))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern25 = new RegExp("^[A-Z][A-Z_]{1,39}$", "u");

function validate333(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 40 && func3(data) > 40){
return false;
}
else {
if(!pattern25.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern26 = new RegExp("^[0-9A-Za-z.-]{1,20}$", "u");

function validate335(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!pattern26.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate331(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.givenAt === undefined) && (missing0 = "givenAt"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "purpose")) || (key0 === "version")) || (key0 === "givenAt"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
const _errs3 = errors;
if(!(validate333(data.purpose))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs4 = errors;
if(!(validate335(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.givenAt !== undefined){
const _errs5 = errors;
if(!(validate105(data.givenAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate330(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate331(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate341(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.key === undefined) && (missing0 = "key")) || ((data.notice === undefined) && (missing0 = "notice"))) || ((data.version === undefined) && (missing0 = "version"))) || ((data.readAt === undefined) && (missing0 = "readAt"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "notice")) || (key0 === "version")) || (key0 === "readAt"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notice !== undefined){
const _errs3 = errors;
if(!(validate333(data.notice))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs4 = errors;
if(!(validate335(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.readAt !== undefined){
const _errs5 = errors;
if(!(validate105(data.readAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate340(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate341(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern27 = new RegExp("^[0-9A-Z]{10}$", "u");

function validate349(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 10 && func3(data) > 10){
return false;
}
else {
if(!pattern27.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate348(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.importExport === undefined) && (missing0 = "importExport")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "importExport") || (key0 === "recordCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.importExport !== undefined){
const _errs2 = errors;
if(typeof data.importExport !== "boolean"){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordCode !== undefined){
const _errs4 = errors;
if(!(validate349(data.recordCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern28 = new RegExp("^[0-9A-Z]{9,20}$", "u");

function validate353(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 20 && func3(data) > 20){
return false;
}
else {
if(!pattern28.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate352(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "unitCode") || (key0 === "industryCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.unitCode !== undefined){
const _errs2 = errors;
if(!(validate353(data.unitCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industryCode !== undefined){
const _errs3 = errors;
if(!(validate167(data.industryCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate21(data){
/*# sourceURL="urn:yibiao:form:company-setup:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((((((((data.name === undefined) && (missing0 = "name")) || ((data.enterpriseType === undefined) && (missing0 = "enterpriseType"))) || ((data.domicile === undefined) && (missing0 = "domicile"))) || ((data.capital === undefined) && (missing0 = "capital"))) || ((data.people === undefined) && (missing0 = "people"))) || ((data.legalRepresentative === undefined) && (missing0 = "legalRepresentative"))) || ((data.directors === undefined) && (missing0 = "directors"))) || ((data.supervision === undefined) && (missing0 = "supervision"))) || ((data.financeOfficer === undefined) && (missing0 = "financeOfficer"))) || ((data.liaison === undefined) && (missing0 = "liaison"))) || ((data.scope === undefined) && (missing0 = "scope"))) || ((data.industry === undefined) && (missing0 = "industry"))) || ((data.term === undefined) && (missing0 = "term"))) || ((data.shareholders === undefined) && (missing0 = "shareholders"))) || ((data.articles === undefined) && (missing0 = "articles"))) || ((data.tax === undefined) && (missing0 = "tax"))) || ((data.social === undefined) && (missing0 = "social"))) || ((data.delivery === undefined) && (missing0 = "delivery"))) || ((data.noticesRead === undefined) && (missing0 = "noticesRead"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema6.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
const _errs2 = errors;
if(!(validate23(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enterpriseType !== undefined){
const _errs3 = errors;
if(!(validate39(data.enterpriseType))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uscc !== undefined){
const _errs4 = errors;
if(!(validate41(data.uscc))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registrationNo !== undefined){
const _errs5 = errors;
if(!(validate43(data.registrationNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legacyEntityId !== undefined){
const _errs6 = errors;
if(!(validate45(data.legacyEntityId))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
const _errs7 = errors;
if(!(validate47(data.status))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.establishedOn !== undefined){
const _errs8 = errors;
if(!(validate49(data.establishedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registryOrg !== undefined){
const _errs9 = errors;
if(!(validate51(data.registryOrg))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.domicile !== undefined){
const _errs10 = errors;
if(!(validate57(data.domicile))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.businessPlace !== undefined){
const _errs11 = errors;
if(!(validate71(data.businessPlace))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.serviceOfProcess !== undefined){
const _errs12 = errors;
if(!(validate75(data.serviceOfProcess))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capital !== undefined){
const _errs13 = errors;
if(!(validate78(data.capital))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.people !== undefined){
const _errs14 = errors;
if(!(validate85(data.people))){
vErrors = failed;
errors++;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legalRepresentative !== undefined){
const _errs15 = errors;
if(!(validate111(data.legalRepresentative))){
vErrors = failed;
errors++;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.directors !== undefined){
const _errs16 = errors;
if(!(validate114(data.directors))){
vErrors = failed;
errors++;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supervision !== undefined){
const _errs17 = errors;
if(!(validate124(data.supervision))){
vErrors = failed;
errors++;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supervisors !== undefined){
const _errs18 = errors;
if(!(validate128(data.supervisors))){
vErrors = failed;
errors++;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manager !== undefined){
const _errs19 = errors;
if(!(validate111(data.manager))){
vErrors = failed;
errors++;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.financeOfficer !== undefined){
const _errs20 = errors;
if(!(validate111(data.financeOfficer))){
vErrors = failed;
errors++;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.liaison !== undefined){
const _errs21 = errors;
if(!(validate111(data.liaison))){
vErrors = failed;
errors++;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined){
const _errs22 = errors;
if(!(validate139(data.agent))){
vErrors = failed;
errors++;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scope !== undefined){
const _errs23 = errors;
if(!(validate150(data.scope))){
vErrors = failed;
errors++;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industry !== undefined){
const _errs24 = errors;
if(!(validate166(data.industry))){
vErrors = failed;
errors++;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs25 = errors;
if(!(validate172(data.term))){
vErrors = failed;
errors++;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.licences !== undefined){
const _errs26 = errors;
if(!(validate178(data.licences))){
vErrors = failed;
errors++;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shareholders !== undefined){
const _errs27 = errors;
if(!(validate194(data.shareholders))){
vErrors = failed;
errors++;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.articles !== undefined){
const _errs28 = errors;
if(!(validate216(data.articles))){
vErrors = failed;
errors++;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.beneficialOwners !== undefined){
const _errs29 = errors;
if(!(validate221(data.beneficialOwners))){
vErrors = failed;
errors++;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.beneficialOwnershipExempt !== undefined){
const _errs30 = errors;
if(typeof data.beneficialOwnershipExempt !== "boolean"){
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tax !== undefined){
const _errs32 = errors;
if(!(validate232(data.tax))){
vErrors = failed;
errors++;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seals !== undefined){
const _errs33 = errors;
if(!(validate263(data.seals))){
vErrors = failed;
errors++;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.social !== undefined){
const _errs34 = errors;
if(!(validate275(data.social))){
vErrors = failed;
errors++;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.medical !== undefined){
const _errs35 = errors;
if(!(validate290(data.medical))){
vErrors = failed;
errors++;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.employees !== undefined){
const _errs36 = errors;
if(!(validate293(data.employees))){
vErrors = failed;
errors++;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.housingFund !== undefined){
const _errs37 = errors;
if(!(validate302(data.housingFund))){
vErrors = failed;
errors++;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bank !== undefined){
const _errs38 = errors;
if(!(validate312(data.bank))){
vErrors = failed;
errors++;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivery !== undefined){
const _errs39 = errors;
if(!(validate326(data.delivery))){
vErrors = failed;
errors++;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.consents !== undefined){
const _errs40 = errors;
if(!(validate330(data.consents))){
vErrors = failed;
errors++;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticesRead !== undefined){
const _errs41 = errors;
if(!(validate340(data.noticesRead))){
vErrors = failed;
errors++;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.customs !== undefined){
const _errs42 = errors;
if(!(validate348(data.customs))){
vErrors = failed;
errors++;
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statistics !== undefined){
const _errs43 = errors;
if(!(validate352(data.statistics))){
vErrors = failed;
errors++;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const form_company_setup_fragment_v1 = validate357;
const schema143 = {"$id":"urn:yibiao:form:company-setup:fragment:v1","type":"object","additionalProperties":false,"properties":{"name":{"$ref":"urn:yibiao:compiled#/definitions/o132"},"enterpriseType":{"$ref":"urn:yibiao:compiled#/definitions/o8"},"uscc":{"$ref":"urn:yibiao:compiled#/definitions/o9"},"registrationNo":{"$ref":"urn:yibiao:compiled#/definitions/o10"},"legacyEntityId":{"$ref":"urn:yibiao:compiled#/definitions/o11"},"status":{"$ref":"urn:yibiao:compiled#/definitions/o12"},"establishedOn":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"registryOrg":{"$ref":"urn:yibiao:compiled#/definitions/o133"},"domicile":{"$ref":"urn:yibiao:compiled#/definitions/o134"},"businessPlace":{"$ref":"urn:yibiao:compiled#/definitions/o135"},"serviceOfProcess":{"$ref":"urn:yibiao:compiled#/definitions/o136"},"capital":{"$ref":"urn:yibiao:compiled#/definitions/o137"},"people":{"$ref":"urn:yibiao:compiled#/definitions/o139"},"legalRepresentative":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"directors":{"$ref":"urn:yibiao:compiled#/definitions/o142"},"supervision":{"$ref":"urn:yibiao:compiled#/definitions/o143"},"supervisors":{"$ref":"urn:yibiao:compiled#/definitions/o145"},"manager":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"financeOfficer":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"liaison":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"agent":{"$ref":"urn:yibiao:compiled#/definitions/o147"},"scope":{"$ref":"urn:yibiao:compiled#/definitions/o150"},"industry":{"$ref":"urn:yibiao:compiled#/definitions/o151"},"term":{"$ref":"urn:yibiao:compiled#/definitions/o152"},"licences":{"$ref":"urn:yibiao:compiled#/definitions/o155"},"shareholders":{"$ref":"urn:yibiao:compiled#/definitions/o158"},"articles":{"$ref":"urn:yibiao:compiled#/definitions/o159"},"beneficialOwners":{"$ref":"urn:yibiao:compiled#/definitions/o161"},"beneficialOwnershipExempt":{"type":"boolean"},"tax":{"$ref":"urn:yibiao:compiled#/definitions/o165"},"seals":{"$ref":"urn:yibiao:compiled#/definitions/o167"},"social":{"$ref":"urn:yibiao:compiled#/definitions/o169"},"medical":{"$ref":"urn:yibiao:compiled#/definitions/o170"},"employees":{"$ref":"urn:yibiao:compiled#/definitions/o172"},"housingFund":{"$ref":"urn:yibiao:compiled#/definitions/o173"},"bank":{"$ref":"urn:yibiao:compiled#/definitions/o174"},"delivery":{"$ref":"urn:yibiao:compiled#/definitions/o175"},"consents":{"$ref":"urn:yibiao:compiled#/definitions/o177"},"noticesRead":{"$ref":"urn:yibiao:compiled#/definitions/o179"},"customs":{"$ref":"urn:yibiao:compiled#/definitions/o180"},"statistics":{"$ref":"urn:yibiao:compiled#/definitions/o131"}}};

function validate358(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "full") || (key0 === "division")) || (key0 === "tradeName")) || (key0 === "industry")) || (key0 === "orgForm")) || (key0 === "reservationNo")) || (key0 === "expiresOn"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.full !== undefined){
const _errs2 = errors;
if(!(validate24(data.full))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.division !== undefined){
const _errs3 = errors;
if(!(validate26(data.division))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tradeName !== undefined){
const _errs4 = errors;
if(!(validate28(data.tradeName))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industry !== undefined){
const _errs5 = errors;
if(!(validate30(data.industry))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.orgForm !== undefined){
const _errs6 = errors;
if(!(validate32(data.orgForm))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reservationNo !== undefined){
const _errs7 = errors;
if(!(validate34(data.reservationNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.expiresOn !== undefined){
const _errs8 = errors;
if(!(validate36(data.expiresOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate367(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((((data === "1110") || (data === "1130")) || (data === "1140")) || (data === "1150")) || (data === "1151")) || (data === "1152")) || (data === "1153")) || (data === "1190"))){
return false;
}
return errors === 0;
}


function validate369(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 18 && func3(data) > 18){
return false;
}
else {
if(!(formats10(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate371(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 15 && func3(data) > 15){
return false;
}
else {
if(!(formats12(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate373(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 36 && func3(data) > 36){
return false;
}
else {
if(!pattern1.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate375(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((data === "1") || (data === "2")) || (data === "3")) || (data === "4")) || (data === "5")) || (data === "6")) || (data === "9"))){
return false;
}
return errors === 0;
}


function validate377(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 10 && func3(data) > 10){
return false;
}
else {
if(!(formats8(data))){
return false;
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate379(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "name"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate52(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate54(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate383(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "text") || (key0 === "divisionCode")) || (key0 === "postalCode")) || (key0 === "phone")) || (key0 === "rightKind")) || (key0 === "evidenceId"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.text !== undefined){
const _errs2 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.divisionCode !== undefined){
const _errs3 = errors;
if(!(validate60(data.divisionCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.postalCode !== undefined){
const _errs4 = errors;
if(!(validate62(data.postalCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.phone !== undefined){
const _errs5 = errors;
if(!(validate64(data.phone))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rightKind !== undefined){
const _errs6 = errors;
if(!(validate66(data.rightKind))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidenceId !== undefined){
const _errs7 = errors;
if(!(validate68(data.evidenceId))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate391(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "text") || (key0 === "divisionCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.text !== undefined){
const _errs2 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.divisionCode !== undefined){
const _errs3 = errors;
if(!(validate60(data.divisionCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate395(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "address")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.address !== undefined){
if(!(validate58(data.address))){
vErrors = failed;
errors++;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate398(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "amountFen") || (key0 === "currency")) || (key0 === "paidInBy"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.amountFen !== undefined){
const _errs2 = errors;
if(!(validate79(data.amountFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.currency !== undefined){
const _errs3 = errors;
if(!(validate81(data.currency))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidInBy !== undefined){
const _errs4 = errors;
if(!(validate36(data.paidInBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema157 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"name":{"$ref":"urn:yibiao:compiled#/definitions/o29"},"idType":{"$ref":"urn:yibiao:compiled#/definitions/o30"},"idNo":{"$ref":"urn:yibiao:compiled#/definitions/o31"},"nationality":{"$ref":"urn:yibiao:compiled#/definitions/o32"},"sex":{"$ref":"urn:yibiao:compiled#/definitions/o33"},"birthDate":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"mobile":{"$ref":"urn:yibiao:compiled#/definitions/o34"},"email":{"$ref":"urn:yibiao:compiled#/definitions/o35"},"residence":{"$ref":"urn:yibiao:compiled#/definitions/o16"},"faceVerifiedAt":{"$ref":"urn:yibiao:compiled#/definitions/o36"},"eSignature":{"$ref":"urn:yibiao:compiled#/definitions/o37"}},"required":["key"]};

function validate404(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema157.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate89(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idType !== undefined){
const _errs4 = errors;
if(!(validate91(data.idType))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idNo !== undefined){
const _errs5 = errors;
if(!(validate93(data.idNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nationality !== undefined){
const _errs6 = errors;
if(!(validate95(data.nationality))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sex !== undefined){
const _errs7 = errors;
if(!(validate97(data.sex))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.birthDate !== undefined){
const _errs8 = errors;
if(!(validate36(data.birthDate))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mobile !== undefined){
const _errs9 = errors;
if(!(validate100(data.mobile))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.email !== undefined){
const _errs10 = errors;
if(!(validate102(data.email))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.residence !== undefined){
const _errs11 = errors;
if(!(validate58(data.residence))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.faceVerifiedAt !== undefined){
const _errs12 = errors;
if(!(validate105(data.faceVerifiedAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.eSignature !== undefined){
const _errs13 = errors;
if(!(validate107(data.eSignature))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate403(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate404(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate419(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "person")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate423(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "person")) || (key0 === "position")) || (key0 === "termYears"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs4 = errors;
if(!(validate118(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.termYears !== undefined){
const _errs5 = errors;
if(!(validate120(data.termYears))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate422(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate423(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate430(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "kind")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
if(!(validate125(data.kind))){
vErrors = failed;
errors++;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate434(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "person")) || (key0 === "position")) || (key0 === "staff"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs4 = errors;
if(!(validate132(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.staff !== undefined){
const _errs5 = errors;
if(typeof data.staff !== "boolean"){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate433(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate434(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate446(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 3){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate144(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate443(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "person") || (key0 === "name")) || (key0 === "authority")) || (key0 === "from")) || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
const _errs2 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate141(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.authority !== undefined){
const _errs4 = errors;
if(!(validate446(data.authority))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate36(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate454(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "itemCode")) || (key0 === "text")) || (key0 === "kind")) || (key0 === "gate"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.itemCode !== undefined){
const _errs3 = errors;
if(!(validate154(data.itemCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs4 = errors;
if(!(validate58(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs5 = errors;
if(!(validate157(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gate !== undefined){
const _errs6 = errors;
if(!(validate159(data.gate))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate453(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 60){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate454(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate452(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "items") || (key0 === "text"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.items !== undefined){
const _errs2 = errors;
if(!(validate453(data.items))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.text !== undefined){
const _errs3 = errors;
if(!(validate163(data.text))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate464(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "section"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate167(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.section !== undefined){
const _errs3 = errors;
if(!(validate169(data.section))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate468(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "kind") || (key0 === "from")) || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if(!(validate173(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs3 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs4 = errors;
if(!(validate36(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate481(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 60){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate87(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate474(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "key") || (key0 === "no")) || (key0 === "kind")) || (key0 === "issuer")) || (key0 === "validFrom")) || (key0 === "validTo")) || (key0 === "scopeItemKeys"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.no !== undefined){
const _errs3 = errors;
if(!(validate181(data.no))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs4 = errors;
if(!(validate183(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issuer !== undefined){
const _errs5 = errors;
if(!(validate185(data.issuer))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validFrom !== undefined){
const _errs6 = errors;
if(!(validate36(data.validFrom))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validTo !== undefined){
const _errs7 = errors;
if(!(validate36(data.validTo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scopeItemKeys !== undefined){
const _errs8 = errors;
if(!(validate481(data.scopeItemKeys))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate473(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 30){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate474(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema175 = {"type":"object","additionalProperties":false,"properties":{"key":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o72"},"person":{"$ref":"urn:yibiao:compiled#/definitions/o28"},"uscc":{"$ref":"urn:yibiao:compiled#/definitions/o9"},"name":{"$ref":"urn:yibiao:compiled#/definitions/o50"},"type":{"$ref":"urn:yibiao:compiled#/definitions/o73"},"subscribedFen":{"$ref":"urn:yibiao:compiled#/definitions/o25"},"subscribedBy":{"$ref":"urn:yibiao:compiled#/definitions/o6"},"forms":{"$ref":"urn:yibiao:compiled#/definitions/o156"},"paidFen":{"$ref":"urn:yibiao:compiled#/definitions/o76"},"paidOn":{"$ref":"urn:yibiao:compiled#/definitions/o6"}},"required":["key"]};

function validate496(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 8){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate208(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate487(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema175.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate197(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs4 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uscc !== undefined){
const _errs5 = errors;
if(!(validate200(data.uscc))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs6 = errors;
if(!(validate141(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
const _errs7 = errors;
if(!(validate203(data.type))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subscribedFen !== undefined){
const _errs8 = errors;
if(!(validate79(data.subscribedFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.subscribedBy !== undefined){
const _errs9 = errors;
if(!(validate36(data.subscribedBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.forms !== undefined){
const _errs10 = errors;
if(!(validate496(data.forms))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidFen !== undefined){
const _errs11 = errors;
if(!(validate211(data.paidFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paidOn !== undefined){
const _errs12 = errors;
if(!(validate36(data.paidOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate486(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate487(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate503(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "digest") || (key0 === "adoptedOn"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.digest !== undefined){
const _errs2 = errors;
if(!(validate217(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.adoptedOn !== undefined){
const _errs3 = errors;
if(!(validate36(data.adoptedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate508(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "person")) || (key0 === "nature")) || (key0 === "sharePercentage")) || (key0 === "from"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.person !== undefined){
const _errs3 = errors;
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.nature !== undefined){
const _errs4 = errors;
if(!(validate225(data.nature))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.sharePercentage !== undefined){
const _errs5 = errors;
if(!(validate227(data.sharePercentage))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs6 = errors;
if(!(validate36(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate507(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate508(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema180 = {"type":"object","additionalProperties":false,"properties":{"authorityCode":{"$ref":"urn:yibiao:compiled#/definitions/o85"},"taxpayerId":{"$ref":"urn:yibiao:compiled#/definitions/o86"},"vatStatus":{"$ref":"urn:yibiao:compiled#/definitions/o87"},"types":{"$ref":"urn:yibiao:compiled#/definitions/o162"},"accountingSystem":{"$ref":"urn:yibiao:compiled#/definitions/o90"},"depreciation":{"$ref":"urn:yibiao:compiled#/definitions/o91"},"officer":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"invoiceCollector":{"$ref":"urn:yibiao:compiled#/definitions/o140"},"invoice":{"$ref":"urn:yibiao:compiled#/definitions/o164"}}};

function validate520(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 12){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate240(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate525(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "person")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.person !== undefined){
if(!(validate87(data.person))){
vErrors = failed;
errors++;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate530(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 4){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate253(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate529(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "kinds") || (key0 === "monthlyQuantity")) || (key0 === "perInvoiceCapFen")) || (key0 === "delivery"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kinds !== undefined){
const _errs2 = errors;
if(!(validate530(data.kinds))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.monthlyQuantity !== undefined){
const _errs3 = errors;
if(!(validate256(data.monthlyQuantity))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.perInvoiceCapFen !== undefined){
const _errs4 = errors;
if(!(validate211(data.perInvoiceCapFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivery !== undefined){
const _errs5 = errors;
if(!(validate259(data.delivery))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate516(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema180.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.authorityCode !== undefined){
const _errs2 = errors;
if(!(validate233(data.authorityCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.taxpayerId !== undefined){
const _errs3 = errors;
if(!(validate235(data.taxpayerId))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.vatStatus !== undefined){
const _errs4 = errors;
if(!(validate237(data.vatStatus))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.types !== undefined){
const _errs5 = errors;
if(!(validate520(data.types))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountingSystem !== undefined){
const _errs6 = errors;
if(!(validate243(data.accountingSystem))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.depreciation !== undefined){
const _errs7 = errors;
if(!(validate245(data.depreciation))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.officer !== undefined){
const _errs8 = errors;
if(!(validate525(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoiceCollector !== undefined){
const _errs9 = errors;
if(!(validate525(data.invoiceCollector))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.invoice !== undefined){
const _errs10 = errors;
if(!(validate529(data.invoice))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate539(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "key") || (key0 === "kind")) || (key0 === "material")) || (key0 === "electronic")) || (key0 === "maker")) || (key0 === "recordNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate266(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.material !== undefined){
const _errs4 = errors;
if(!(validate268(data.material))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.electronic !== undefined){
const _errs5 = errors;
if(typeof data.electronic !== "boolean"){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.maker !== undefined){
const _errs7 = errors;
if(!(validate185(data.maker))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordNo !== undefined){
const _errs8 = errors;
if(!(validate271(data.recordNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate538(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 12){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate539(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate549(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 5){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate279(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate547(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "expectedHeadcount") || (key0 === "insuranceTypes")) || (key0 === "firstPayMonth")) || (key0 === "injuryRiskClass")) || (key0 === "unitNo")) || (key0 === "contact"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.expectedHeadcount !== undefined){
const _errs2 = errors;
if(!(validate276(data.expectedHeadcount))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.insuranceTypes !== undefined){
const _errs3 = errors;
if(!(validate549(data.insuranceTypes))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstPayMonth !== undefined){
const _errs4 = errors;
if(!(validate282(data.firstPayMonth))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.injuryRiskClass !== undefined){
const _errs5 = errors;
if(!(validate284(data.injuryRiskClass))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unitNo !== undefined){
const _errs6 = errors;
if(!(validate286(data.unitNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contact !== undefined){
const _errs7 = errors;
if(!(validate525(data.contact))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate557(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "unitNo")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.unitNo !== undefined){
if(!(validate286(data.unitNo))){
vErrors = failed;
errors++;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate561(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "key") || (key0 === "name")) || (key0 === "idNo")) || (key0 === "hireDate")) || (key0 === "baseFen"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate89(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.idNo !== undefined){
const _errs4 = errors;
if(!(validate93(data.idNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.hireDate !== undefined){
const _errs5 = errors;
if(!(validate36(data.hireDate))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.baseFen !== undefined){
const _errs6 = errors;
if(!(validate211(data.baseFen))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate560(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate561(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate569(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "ratioUnit") || (key0 === "ratioStaff")) || (key0 === "firstMonth")) || (key0 === "staffCount")) || (key0 === "contact")) || (key0 === "accountNo")) || (key0 === "bank"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.ratioUnit !== undefined){
const _errs2 = errors;
if(!(validate303(data.ratioUnit))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ratioStaff !== undefined){
const _errs3 = errors;
if(!(validate303(data.ratioStaff))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstMonth !== undefined){
const _errs4 = errors;
if(!(validate282(data.firstMonth))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.staffCount !== undefined){
const _errs5 = errors;
if(!(validate276(data.staffCount))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.contact !== undefined){
const _errs6 = errors;
if(!(validate525(data.contact))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNo !== undefined){
const _errs7 = errors;
if(!(validate286(data.accountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bank !== undefined){
const _errs8 = errors;
if(!(validate54(data.bank))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate578(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "bankCode") || (key0 === "participant")) || (key0 === "branchName")) || (key0 === "appointmentOn")) || (key0 === "accountNature")) || (key0 === "consent")) || (key0 === "accountNo")) || (key0 === "basicAccountNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.bankCode !== undefined){
const _errs2 = errors;
if(!(validate313(data.bankCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs3 = errors;
if(!(validate315(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.branchName !== undefined){
const _errs4 = errors;
if(!(validate185(data.branchName))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.appointmentOn !== undefined){
const _errs5 = errors;
if(!(validate36(data.appointmentOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNature !== undefined){
const _errs6 = errors;
if(!(validate319(data.accountNature))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.consent !== undefined){
const _errs7 = errors;
if(typeof data.consent !== "boolean"){
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.accountNo !== undefined){
const _errs9 = errors;
if(!(validate321(data.accountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basicAccountNo !== undefined){
const _errs10 = errors;
if(!(validate323(data.basicAccountNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate587(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "kind") || (key0 === "address"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.kind !== undefined){
const _errs2 = errors;
if(!(validate259(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.address !== undefined){
const _errs3 = errors;
if(!(validate58(data.address))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate592(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "purpose")) || (key0 === "version")) || (key0 === "givenAt"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
const _errs3 = errors;
if(!(validate333(data.purpose))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs4 = errors;
if(!(validate335(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.givenAt !== undefined){
const _errs5 = errors;
if(!(validate105(data.givenAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate591(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate592(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate600(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.key === undefined) && (missing0 = "key")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "key") || (key0 === "notice")) || (key0 === "version")) || (key0 === "readAt"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.key !== undefined){
const _errs2 = errors;
if(!(validate87(data.key))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notice !== undefined){
const _errs3 = errors;
if(!(validate333(data.notice))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs4 = errors;
if(!(validate335(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.readAt !== undefined){
const _errs5 = errors;
if(!(validate105(data.readAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate599(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate600(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate607(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "importExport") || (key0 === "recordCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.importExport !== undefined){
const _errs2 = errors;
if(typeof data.importExport !== "boolean"){
return false;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.recordCode !== undefined){
const _errs4 = errors;
if(!(validate349(data.recordCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate610(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "unitCode") || (key0 === "industryCode"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.unitCode !== undefined){
const _errs2 = errors;
if(!(validate353(data.unitCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industryCode !== undefined){
const _errs3 = errors;
if(!(validate167(data.industryCode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate357(data){
/*# sourceURL="urn:yibiao:form:company-setup:fragment:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema143.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
const _errs2 = errors;
if(!(validate358(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.enterpriseType !== undefined){
const _errs3 = errors;
if(!(validate367(data.enterpriseType))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.uscc !== undefined){
const _errs4 = errors;
if(!(validate369(data.uscc))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registrationNo !== undefined){
const _errs5 = errors;
if(!(validate371(data.registrationNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legacyEntityId !== undefined){
const _errs6 = errors;
if(!(validate373(data.legacyEntityId))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.status !== undefined){
const _errs7 = errors;
if(!(validate375(data.status))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.establishedOn !== undefined){
const _errs8 = errors;
if(!(validate377(data.establishedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registryOrg !== undefined){
const _errs9 = errors;
if(!(validate379(data.registryOrg))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.domicile !== undefined){
const _errs10 = errors;
if(!(validate383(data.domicile))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.businessPlace !== undefined){
const _errs11 = errors;
if(!(validate391(data.businessPlace))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.serviceOfProcess !== undefined){
const _errs12 = errors;
if(!(validate395(data.serviceOfProcess))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.capital !== undefined){
const _errs13 = errors;
if(!(validate398(data.capital))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.people !== undefined){
const _errs14 = errors;
if(!(validate403(data.people))){
vErrors = failed;
errors++;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legalRepresentative !== undefined){
const _errs15 = errors;
if(!(validate419(data.legalRepresentative))){
vErrors = failed;
errors++;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.directors !== undefined){
const _errs16 = errors;
if(!(validate422(data.directors))){
vErrors = failed;
errors++;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supervision !== undefined){
const _errs17 = errors;
if(!(validate430(data.supervision))){
vErrors = failed;
errors++;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.supervisors !== undefined){
const _errs18 = errors;
if(!(validate433(data.supervisors))){
vErrors = failed;
errors++;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.manager !== undefined){
const _errs19 = errors;
if(!(validate419(data.manager))){
vErrors = failed;
errors++;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.financeOfficer !== undefined){
const _errs20 = errors;
if(!(validate419(data.financeOfficer))){
vErrors = failed;
errors++;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.liaison !== undefined){
const _errs21 = errors;
if(!(validate419(data.liaison))){
vErrors = failed;
errors++;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.agent !== undefined){
const _errs22 = errors;
if(!(validate443(data.agent))){
vErrors = failed;
errors++;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scope !== undefined){
const _errs23 = errors;
if(!(validate452(data.scope))){
vErrors = failed;
errors++;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.industry !== undefined){
const _errs24 = errors;
if(!(validate464(data.industry))){
vErrors = failed;
errors++;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs25 = errors;
if(!(validate468(data.term))){
vErrors = failed;
errors++;
}
var valid0 = _errs25 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.licences !== undefined){
const _errs26 = errors;
if(!(validate473(data.licences))){
vErrors = failed;
errors++;
}
var valid0 = _errs26 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.shareholders !== undefined){
const _errs27 = errors;
if(!(validate486(data.shareholders))){
vErrors = failed;
errors++;
}
var valid0 = _errs27 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.articles !== undefined){
const _errs28 = errors;
if(!(validate503(data.articles))){
vErrors = failed;
errors++;
}
var valid0 = _errs28 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.beneficialOwners !== undefined){
const _errs29 = errors;
if(!(validate507(data.beneficialOwners))){
vErrors = failed;
errors++;
}
var valid0 = _errs29 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.beneficialOwnershipExempt !== undefined){
const _errs30 = errors;
if(typeof data.beneficialOwnershipExempt !== "boolean"){
return false;
}
var valid0 = _errs30 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tax !== undefined){
const _errs32 = errors;
if(!(validate516(data.tax))){
vErrors = failed;
errors++;
}
var valid0 = _errs32 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.seals !== undefined){
const _errs33 = errors;
if(!(validate538(data.seals))){
vErrors = failed;
errors++;
}
var valid0 = _errs33 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.social !== undefined){
const _errs34 = errors;
if(!(validate547(data.social))){
vErrors = failed;
errors++;
}
var valid0 = _errs34 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.medical !== undefined){
const _errs35 = errors;
if(!(validate557(data.medical))){
vErrors = failed;
errors++;
}
var valid0 = _errs35 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.employees !== undefined){
const _errs36 = errors;
if(!(validate560(data.employees))){
vErrors = failed;
errors++;
}
var valid0 = _errs36 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.housingFund !== undefined){
const _errs37 = errors;
if(!(validate569(data.housingFund))){
vErrors = failed;
errors++;
}
var valid0 = _errs37 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bank !== undefined){
const _errs38 = errors;
if(!(validate578(data.bank))){
vErrors = failed;
errors++;
}
var valid0 = _errs38 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.delivery !== undefined){
const _errs39 = errors;
if(!(validate587(data.delivery))){
vErrors = failed;
errors++;
}
var valid0 = _errs39 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.consents !== undefined){
const _errs40 = errors;
if(!(validate591(data.consents))){
vErrors = failed;
errors++;
}
var valid0 = _errs40 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticesRead !== undefined){
const _errs41 = errors;
if(!(validate599(data.noticesRead))){
vErrors = failed;
errors++;
}
var valid0 = _errs41 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.customs !== undefined){
const _errs42 = errors;
if(!(validate607(data.customs))){
vErrors = failed;
errors++;
}
var valid0 = _errs42 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.statistics !== undefined){
const _errs43 = errors;
if(!(validate610(data.statistics))){
vErrors = failed;
errors++;
}
var valid0 = _errs43 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_acceptance_deemed_v1 = validate614;
const pattern30 = new RegExp("^F[0-9A-HJKMNP-TV-Z]{14}/[a-z][a-z0-9-]{0,63}$", "u");

function validate615(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate617(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate619(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern31 = new RegExp("^(?:[0-9]{4}\\.[0-9]+(?:\\+[0-9]{4}\\.[0-9]+)*)?$", "u");

function validate622(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate614(data){
/*# sourceURL="urn:yibiao:event:acceptance.deemed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.receivedOn === undefined) && (missing0 = "receivedOn"))) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "receivedOn")) || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate615(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate617(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receivedOn !== undefined){
const _errs4 = errors;
if(!(validate619(data.receivedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs5 = errors;
if(!(validate619(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs6 = errors;
if(!(validate622(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_accountability_concluded_v1 = validate624;
const pattern32 = new RegExp("^F[0-9A-HJKMNP-TV-Z]{14}/[a-z][a-z0-9-]{0,63}/[0-9]{1,2}$", "u");

function validate625(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern32.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate627(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "JUSTIFIED") || (data === "ADMONISHED")) || (data === "SANCTIONED"))){
return false;
}
return errors === 0;
}

const formats48 = formatsOfModule["yb-lines"];

function validate629(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate624(data){
/*# sourceURL="urn:yibiao:event:accountability.concluded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.case === undefined) && (missing0 = "case")) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "case") || (key0 === "outcome")) || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.case !== undefined){
const _errs2 = errors;
if(!(validate625(data.case))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
const _errs3 = errors;
if(!(validate627(data.outcome))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs4 = errors;
if(!(validate629(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_accountability_opened_v1 = validate631;

function validate632(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern32.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate634(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate636(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}

const pattern35 = new RegExp("^[A-Z][A-Z0-9-]{0,31}$", "u");

function validate638(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate641(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate631(data){
/*# sourceURL="urn:yibiao:event:accountability.opened:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.case === undefined) && (missing0 = "case")) || ((data.approval === undefined) && (missing0 = "approval"))) || ((data.round === undefined) && (missing0 = "round"))) || ((data.department === undefined) && (missing0 = "department"))) || ((data.participant === undefined) && (missing0 = "participant"))) || ((data.due === undefined) && (missing0 = "due"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "case") || (key0 === "approval")) || (key0 === "round")) || (key0 === "department")) || (key0 === "participant")) || (key0 === "due"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.case !== undefined){
const _errs2 = errors;
if(!(validate632(data.case))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approval !== undefined){
const _errs3 = errors;
if(!(validate634(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs4 = errors;
if(!(validate636(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.department !== undefined){
const _errs5 = errors;
if(!(validate638(data.department))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs6 = errors;
if(!(validate638(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs7 = errors;
if(!(validate641(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_announcement_ended_v1 = validate643;
const pattern36 = new RegExp("^[a-z][a-z0-9-]{0,63}(?:/[a-z][a-z0-9-]{0,63})?$", "u");

function validate644(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate646(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate648(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate643(data){
/*# sourceURL="urn:yibiao:event:announcement.ended:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate644(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate646(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate648(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_application_submitted_v1 = validate650;
const pattern38 = new RegExp("^[a-z][a-z0-9-]{0,63}$", "u");

function validate651(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern39 = new RegExp("^(?:/(?:[^/~]|~[01])+)+$", "u");

function validate655(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(!pattern39.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate654(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate658(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate662(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern2.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate664(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 60 && func3(data) > 60){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate661(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.name === undefined) && (missing0 = "name"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "name"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate662(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate664(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate667(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate671(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern42 = new RegExp("^[0-9a-f]{64}$", "u");

function validate673(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern43 = new RegExp("^[a-z]+/[a-z0-9.+-]+$", "u");

function validate675(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(!pattern43.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate677(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 1099511627776 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate679(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate670(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.code === undefined) && (missing0 = "code")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.mediaType === undefined) && (missing0 = "mediaType"))) || ((data.size === undefined) && (missing0 = "size"))) || ((data.title === undefined) && (missing0 = "title"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "code") || (key0 === "digest")) || (key0 === "mediaType")) || (key0 === "size")) || (key0 === "title"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate671(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate673(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mediaType !== undefined){
const _errs4 = errors;
if(!(validate675(data.mediaType))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.size !== undefined){
const _errs5 = errors;
if(!(validate677(data.size))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs6 = errors;
if(!(validate679(data.title))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate669(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate670(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate650(data){
/*# sourceURL="urn:yibiao:event:application.submitted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.process === undefined) && (missing0 = "process")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "process") || (key0 === "form")) || (key0 === "removed")) || (key0 === "from")) || (key0 === "to")) || (key0 === "registry")) || (key0 === "reason")) || (key0 === "materials"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.process !== undefined){
const _errs2 = errors;
if(!(validate651(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs3 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
const _errs4 = errors;
if(!(validate654(data.removed))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate658(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate658(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registry !== undefined){
const _errs7 = errors;
if(!(validate661(data.registry))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs8 = errors;
if(!(validate667(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined){
const _errs9 = errors;
if(!(validate669(data.materials))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approval_accepted_v1 = validate683;

function validate684(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate686(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate688(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate683(data){
/*# sourceURL="urn:yibiao:event:approval.accepted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "approval") || (key0 === "round")) || (key0 === "receiptNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate684(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate686(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receiptNo !== undefined){
const _errs4 = errors;
if(!(validate688(data.receiptNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approval_deemed_v1 = validate690;

function validate691(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate693(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate695(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate697(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate690(data){
/*# sourceURL="urn:yibiao:event:approval.deemed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate691(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate693(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs4 = errors;
if(!(validate695(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs5 = errors;
if(!(validate697(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approval_granted_v1 = validate699;

function validate700(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate702(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate705(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate708(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern48 = new RegExp("^[A-Z][A-Z0-9_]{0,63}$", "u");

function validate712(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern48.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate714(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate716(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate711(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.code === undefined) && (missing0 = "code")) || ((data.rule === undefined) && (missing0 = "rule"))) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "code") || (key0 === "rule")) || (key0 === "zh")) || (key0 === "en")) || (key0 === "range"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate712(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rule !== undefined){
const _errs3 = errors;
if(!(validate714(data.rule))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs4 = errors;
if(!(validate716(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs5 = errors;
if(!(validate716(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.range !== undefined){
const _errs6 = errors;
if(!(validate714(data.range))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate710(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate699(data){
/*# sourceURL="urn:yibiao:event:approval.granted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "validFrom")) || (key0 === "validTo")) || (key0 === "remarks")) || (key0 === "certificateFollows")) || (key0 === "conditions"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate700(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate702(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs4 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validFrom !== undefined){
const _errs5 = errors;
if(!(validate705(data.validFrom))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validTo !== undefined){
const _errs6 = errors;
if(!(validate705(data.validTo))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs7 = errors;
if(!(validate708(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.certificateFollows !== undefined){
const _errs8 = errors;
if(typeof data.certificateFollows !== "boolean"){
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conditions !== undefined){
const _errs10 = errors;
if(!(validate710(data.conditions))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approval_recorded_v1 = validate722;

function validate723(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate725(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate728(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate731(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate733(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate722(data){
/*# sourceURL="urn:yibiao:event:approval.recorded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "validFrom")) || (key0 === "validTo")) || (key0 === "remarks")) || (key0 === "removed"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate723(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate725(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs4 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validFrom !== undefined){
const _errs5 = errors;
if(!(validate728(data.validFrom))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.validTo !== undefined){
const _errs6 = errors;
if(!(validate728(data.validTo))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs7 = errors;
if(!(validate731(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
const _errs8 = errors;
if(!(validate733(data.removed))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approval_refused_v1 = validate736;

function validate737(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate739(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate741(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate736(data){
/*# sourceURL="urn:yibiao:event:approval.refused:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "approval") || (key0 === "round")) || (key0 === "reasons"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate737(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate739(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
const _errs4 = errors;
if(!(validate741(data.reasons))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approvals_closed_v1 = validate744;

function validate746(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate745(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate746(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate749(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate744(data){
/*# sourceURL="urn:yibiao:event:approvals.closed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approvals === undefined) && (missing0 = "approvals")) || ((data.because === undefined) && (missing0 = "because"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "approvals") || (key0 === "because"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approvals !== undefined){
const _errs2 = errors;
if(!(validate745(data.approvals))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined){
const _errs3 = errors;
if(!(validate749(data.because))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_approvals_opened_v1 = validate751;

function validate752(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate746(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate751(data){
/*# sourceURL="urn:yibiao:event:approvals.opened:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.approvals === undefined) && (missing0 = "approvals")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "approvals")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approvals !== undefined){
if(!(validate752(data.approvals))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_business_resumed_v1 = validate755;

function validate756(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate758(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate760(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate762(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate755(data){
/*# sourceURL="urn:yibiao:event:business.resumed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.on === undefined) && (missing0 = "on"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "on")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate756(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate758(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on !== undefined){
const _errs4 = errors;
if(!(validate760(data.on))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs5 = errors;
if(!(validate762(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_calendar_published_v1 = validate764;

function validate765(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate767(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const schema279 = {"type":"object","additionalProperties":false,"required":["year","version","documentNo","titleZh","titleEn","publishedOn","off","on","source"],"properties":{"year":{"$ref":"urn:yibiao:compiled#/definitions/o209"},"version":{"$ref":"urn:yibiao:compiled#/definitions/o208"},"documentNo":{"$ref":"urn:yibiao:compiled#/definitions/o202"},"titleZh":{"$ref":"urn:yibiao:compiled#/definitions/o199"},"titleEn":{"$ref":"urn:yibiao:compiled#/definitions/o199"},"publishedOn":{"$ref":"urn:yibiao:compiled#/definitions/o183"},"off":{"$ref":"urn:yibiao:compiled#/definitions/o210"},"on":{"$ref":"urn:yibiao:compiled#/definitions/o210"},"source":{"$ref":"urn:yibiao:compiled#/definitions/o211"}}};

function validate770(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 2999 || isNaN(data)){
return false;
}
else {
if(data < 2000 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate772(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate774(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate778(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate780(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate778(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate784(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 500 && func3(data) > 500){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate769(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.year === undefined) && (missing0 = "year")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.documentNo === undefined) && (missing0 = "documentNo"))) || ((data.titleZh === undefined) && (missing0 = "titleZh"))) || ((data.titleEn === undefined) && (missing0 = "titleEn"))) || ((data.publishedOn === undefined) && (missing0 = "publishedOn"))) || ((data.off === undefined) && (missing0 = "off"))) || ((data.on === undefined) && (missing0 = "on"))) || ((data.source === undefined) && (missing0 = "source"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema279.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.year !== undefined){
const _errs2 = errors;
if(!(validate770(data.year))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs3 = errors;
if(!(validate772(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.documentNo !== undefined){
const _errs4 = errors;
if(!(validate774(data.documentNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.titleZh !== undefined){
const _errs5 = errors;
if(!(validate679(data.titleZh))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.titleEn !== undefined){
const _errs6 = errors;
if(!(validate679(data.titleEn))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.publishedOn !== undefined){
const _errs7 = errors;
if(!(validate778(data.publishedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.off !== undefined){
const _errs8 = errors;
if(!(validate780(data.off))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on !== undefined){
const _errs9 = errors;
if(!(validate780(data.on))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
const _errs10 = errors;
if(!(validate784(data.source))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate764(data){
/*# sourceURL="urn:yibiao:event:calendar.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate765(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate767(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate769(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_card_raised_v1 = validate787;

function validate788(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate790(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate792(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "YELLOW") || (data === "RED")) || (data === "OVERDUE"))){
return false;
}
return errors === 0;
}


function validate794(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats24(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate796(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate798(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate787(data){
/*# sourceURL="urn:yibiao:event:card.raised:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.approval === undefined) && (missing0 = "approval")) || ((data.clock === undefined) && (missing0 = "clock"))) || ((data.card === undefined) && (missing0 = "card"))) || ((data.at === undefined) && (missing0 = "at"))) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "approval") || (key0 === "clock")) || (key0 === "card")) || (key0 === "at")) || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate788(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clock !== undefined){
const _errs3 = errors;
if(!(validate790(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.card !== undefined){
const _errs4 = errors;
if(!(validate792(data.card))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs5 = errors;
if(!(validate794(data.at))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs6 = errors;
if(!(validate796(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs7 = errors;
if(!(validate798(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_catalogue_published_v1 = validate800;

function validate801(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate803(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const schema296 = {"$id":"urn:yibiao:reference:catalogue-item:v1","type":"object","additionalProperties":false,"required":["code","version","name","department","kind","gate","dependsOn","appliesWhen","itemType","tacitConsent","issues","disclosure","fees"],"properties":{"code":{"$ref":"urn:yibiao:compiled#/definitions/o190"},"version":{"$ref":"urn:yibiao:compiled#/definitions/o208"},"name":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"department":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o250"},"gate":{"$ref":"urn:yibiao:compiled#/definitions/o56"},"dependsOn":{"$ref":"urn:yibiao:compiled#/definitions/o290"},"appliesWhen":{"type":["object","boolean"]},"chooses":{"$ref":"urn:yibiao:compiled#/definitions/o191"},"itemType":{"$ref":"urn:yibiao:compiled#/definitions/o291"},"tacitConsent":{"type":"boolean"},"issues":{"$ref":"urn:yibiao:compiled#/definitions/o292"},"licenceKind":{"$ref":"urn:yibiao:compiled#/definitions/o293"},"disclosure":{"$ref":"urn:yibiao:compiled#/definitions/o303"},"fees":{"$ref":"urn:yibiao:compiled#/definitions/o308"},"cards":{"$ref":"urn:yibiao:compiled#/definitions/o309"},"extension":{"$ref":"urn:yibiao:compiled#/definitions/o219"},"exclusions":{"$ref":"urn:yibiao:compiled#/definitions/o311"},"verificationExcluded":{"$ref":"urn:yibiao:compiled#/definitions/o204"},"discretion":{"$ref":"urn:yibiao:compiled#/definitions/o313"}}};

function validate806(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate808(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}

const pattern60 = new RegExp("\\S", "u");

function validate811(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate813(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate810(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.zh === undefined) && (missing0 = "zh")) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "zh") || (key0 === "en"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.zh !== undefined){
const _errs2 = errors;
if(!(validate811(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs3 = errors;
if(!(validate813(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate816(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate818(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "LICENCE") || (data === "REGISTRATION")) || (data === "RECORDAL")) || (data === "COMMITMENT")) || (data === "CONSEQUENCE"))){
return false;
}
return errors === 0;
}


function validate820(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "PRE") || (data === "POST")) || (data === "NONE"))){
return false;
}
return errors === 0;
}


function validate822(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate671(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate825(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(!pattern39.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate827(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "INSTANT") || (data === "PROMISED"))){
return false;
}
return errors === 0;
}


function validate829(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate832(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern15.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate835(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.zh === undefined) && (missing0 = "zh")) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "zh") || (key0 === "en"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.zh !== undefined){
const _errs2 = errors;
if(!(validate811(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs3 = errors;
if(!(validate813(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate840(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.zh === undefined) && (missing0 = "zh")) || ((data.en === undefined) && (missing0 = "en"))) || ((data.confirmed === undefined) && (missing0 = "confirmed"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "zh") || (key0 === "en")) || (key0 === "confirmed"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.zh !== undefined){
const _errs2 = errors;
if(!(validate811(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs3 = errors;
if(!(validate813(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmed !== undefined){
const _errs4 = errors;
if(typeof data.confirmed !== "boolean"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate839(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 40){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate840(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate850(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 1000 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate852(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "WORKING_HOUR") || (data === "WORKING_DAY")) || (data === "CALENDAR_DAY")) || (data === "MONTH")) || (data === "YEAR"))){
return false;
}
return errors === 0;
}


function validate849(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))) || ((data.basis === undefined) && (missing0 = "basis"))) || ((data.confirmed === undefined) && (missing0 = "confirmed"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "value") || (key0 === "unit")) || (key0 === "basis")) || (key0 === "confirmed"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basis !== undefined){
const _errs4 = errors;
if(!(validate835(data.basis))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmed !== undefined){
const _errs5 = errors;
if(typeof data.confirmed !== "boolean"){
return false;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate848(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.statutory === undefined) && (missing0 = "statutory")) || ((data.promised === undefined) && (missing0 = "promised"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "statutory") || (key0 === "promised"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.statutory !== undefined){
const _errs2 = errors;
if(!(validate849(data.statutory))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.promised !== undefined){
const _errs3 = errors;
if(!(validate849(data.promised))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate861(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate863(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 400 && func3(data) > 400){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate865(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((data === "FORM") || (data === "SHARED")) || (data === "HANDED_IN"))){
return false;
}
return errors === 0;
}


function validate859(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.zh === undefined) && (missing0 = "zh")) || ((data.en === undefined) && (missing0 = "en"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.confirmed === undefined) && (missing0 = "confirmed"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "code") || (key0 === "required")) || (key0 === "zh")) || (key0 === "en")) || (key0 === "from")) || (key0 === "confirmed"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate671(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.required !== undefined){
const _errs3 = errors;
if(typeof data.required !== "boolean"){
return false;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs5 = errors;
if(!(validate861(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs6 = errors;
if(!(validate863(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs7 = errors;
if(!(validate865(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmed !== undefined){
const _errs8 = errors;
if(typeof data.confirmed !== "boolean"){
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate858(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 40){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate859(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate834(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.name === undefined) && (missing0 = "name")) || ((data.legalBasis === undefined) && (missing0 = "legalBasis"))) || ((data.conditions === undefined) && (missing0 = "conditions"))) || ((data.procedure === undefined) && (missing0 = "procedure"))) || ((data.quota === undefined) && (missing0 = "quota"))) || ((data.timeLimit === undefined) && (missing0 = "timeLimit"))) || ((data.materials === undefined) && (missing0 = "materials"))) || ((data.feeBasisAndStandard === undefined) && (missing0 = "feeBasisAndStandard"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "name") || (key0 === "legalBasis")) || (key0 === "conditions")) || (key0 === "procedure")) || (key0 === "quota")) || (key0 === "timeLimit")) || (key0 === "materials")) || (key0 === "feeBasisAndStandard"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
const _errs2 = errors;
if(!(validate835(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legalBasis !== undefined){
const _errs3 = errors;
if(!(validate839(data.legalBasis))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.conditions !== undefined){
const _errs4 = errors;
if(!(validate839(data.conditions))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.procedure !== undefined){
const _errs5 = errors;
if(!(validate839(data.procedure))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.quota !== undefined){
const _errs6 = errors;
if(!(validate840(data.quota))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timeLimit !== undefined){
const _errs7 = errors;
if(!(validate848(data.timeLimit))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined){
const _errs8 = errors;
if(!(validate858(data.materials))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeBasisAndStandard !== undefined){
const _errs9 = errors;
if(!(validate840(data.feeBasisAndStandard))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema324 = {"type":"object","additionalProperties":false,"required":["name","legalBasis","feeLicenceNo","payer","scope","rate","frequency","period","confirmed"],"properties":{"name":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"legalBasis":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"feeLicenceNo":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"payer":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"scope":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"rate":{"$ref":"urn:yibiao:compiled#/definitions/o306"},"frequency":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"period":{"$ref":"urn:yibiao:compiled#/definitions/o289"},"confirmed":{"type":"boolean"}}};

function validate880(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate882(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 600 && func3(data) > 600){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate878(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.fen === undefined) && (missing0 = "fen")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "fen") || (key0 === "zh")) || (key0 === "en"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.fen !== undefined){
const _errs2 = errors;
if(!(validate211(data.fen))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs3 = errors;
if(!(validate880(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs4 = errors;
if(!(validate882(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate872(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.name === undefined) && (missing0 = "name")) || ((data.legalBasis === undefined) && (missing0 = "legalBasis"))) || ((data.feeLicenceNo === undefined) && (missing0 = "feeLicenceNo"))) || ((data.payer === undefined) && (missing0 = "payer"))) || ((data.scope === undefined) && (missing0 = "scope"))) || ((data.rate === undefined) && (missing0 = "rate"))) || ((data.frequency === undefined) && (missing0 = "frequency"))) || ((data.period === undefined) && (missing0 = "period"))) || ((data.confirmed === undefined) && (missing0 = "confirmed"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema324.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.name !== undefined){
const _errs2 = errors;
if(!(validate835(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.legalBasis !== undefined){
const _errs3 = errors;
if(!(validate835(data.legalBasis))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.feeLicenceNo !== undefined){
const _errs4 = errors;
if(!(validate835(data.feeLicenceNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.payer !== undefined){
const _errs5 = errors;
if(!(validate835(data.payer))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.scope !== undefined){
const _errs6 = errors;
if(!(validate835(data.scope))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rate !== undefined){
const _errs7 = errors;
if(!(validate878(data.rate))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.frequency !== undefined){
const _errs8 = errors;
if(!(validate835(data.frequency))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.period !== undefined){
const _errs9 = errors;
if(!(validate835(data.period))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmed !== undefined){
const _errs10 = errors;
if(typeof data.confirmed !== "boolean"){
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate871(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate872(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate890(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate889(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.warning === undefined) && (missing0 = "warning")) || ((data.red === undefined) && (missing0 = "red"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "warning") || (key0 === "red"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.warning !== undefined){
const _errs2 = errors;
if(!(validate890(data.warning))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.red !== undefined){
const _errs3 = errors;
if(!(validate890(data.red))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate894(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "unit"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate899(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((((data === "HEARING") || (data === "BIDDING")) || (data === "AUCTION")) || (data === "INSPECTION")) || (data === "TESTING")) || (data === "QUARANTINE")) || (data === "APPRAISAL")) || (data === "EXPERT_REVIEW"))){
return false;
}
return errors === 0;
}


function validate898(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 8){
return false;
}
else {
if(data.length < 0){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate899(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate902(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate905(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.rule === undefined) && (missing0 = "rule")) || ((data.range === undefined) && (missing0 = "range"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "rule") || (key0 === "range"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.rule !== undefined){
const _errs2 = errors;
if(!(validate714(data.rule))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.range !== undefined){
const _errs3 = errors;
if(!(validate835(data.range))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate904(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate905(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate805(data){
/*# sourceURL="urn:yibiao:reference:catalogue-item:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((((((data.code === undefined) && (missing0 = "code")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.name === undefined) && (missing0 = "name"))) || ((data.department === undefined) && (missing0 = "department"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.gate === undefined) && (missing0 = "gate"))) || ((data.dependsOn === undefined) && (missing0 = "dependsOn"))) || ((data.appliesWhen === undefined) && (missing0 = "appliesWhen"))) || ((data.itemType === undefined) && (missing0 = "itemType"))) || ((data.tacitConsent === undefined) && (missing0 = "tacitConsent"))) || ((data.issues === undefined) && (missing0 = "issues"))) || ((data.disclosure === undefined) && (missing0 = "disclosure"))) || ((data.fees === undefined) && (missing0 = "fees"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema296.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate806(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs3 = errors;
if(!(validate808(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs4 = errors;
if(!(validate810(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.department !== undefined){
const _errs5 = errors;
if(!(validate816(data.department))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs6 = errors;
if(!(validate818(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gate !== undefined){
const _errs7 = errors;
if(!(validate820(data.gate))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependsOn !== undefined){
const _errs8 = errors;
if(!(validate822(data.dependsOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.appliesWhen !== undefined){
let data7 = data.appliesWhen;
const _errs9 = errors;
if((!(data7 && typeof data7 == "object" && !Array.isArray(data7))) && (typeof data7 !== "boolean")){
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.chooses !== undefined){
const _errs11 = errors;
if(!(validate825(data.chooses))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.itemType !== undefined){
const _errs12 = errors;
if(!(validate827(data.itemType))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.tacitConsent !== undefined){
const _errs13 = errors;
if(typeof data.tacitConsent !== "boolean"){
return false;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issues !== undefined){
const _errs15 = errors;
if(!(validate829(data.issues))){
vErrors = failed;
errors++;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.licenceKind !== undefined){
const _errs16 = errors;
if(!(validate832(data.licenceKind))){
vErrors = failed;
errors++;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.disclosure !== undefined){
const _errs17 = errors;
if(!(validate834(data.disclosure))){
vErrors = failed;
errors++;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fees !== undefined){
const _errs18 = errors;
if(!(validate871(data.fees))){
vErrors = failed;
errors++;
}
var valid0 = _errs18 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.cards !== undefined){
const _errs19 = errors;
if(!(validate889(data.cards))){
vErrors = failed;
errors++;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.extension !== undefined){
const _errs20 = errors;
if(!(validate894(data.extension))){
vErrors = failed;
errors++;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.exclusions !== undefined){
const _errs21 = errors;
if(!(validate898(data.exclusions))){
vErrors = failed;
errors++;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.verificationExcluded !== undefined){
const _errs22 = errors;
if(!(validate902(data.verificationExcluded))){
vErrors = failed;
errors++;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.discretion !== undefined){
const _errs23 = errors;
if(!(validate904(data.discretion))){
vErrors = failed;
errors++;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate800(data){
/*# sourceURL="urn:yibiao:event:catalogue.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate801(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate803(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate805(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_certificate_issued_v1 = validate911;

function validate912(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate914(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate911(data){
/*# sourceURL="urn:yibiao:event:certificate.issued:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.approval === undefined) && (missing0 = "approval")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "approval") || (key0 === "certificateNo"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate912(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.certificateNo !== undefined){
const _errs3 = errors;
if(!(validate914(data.certificateNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_change_registered_v1 = validate916;

function validate917(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate919(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate922(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate925(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate916(data){
/*# sourceURL="urn:yibiao:event:change.registered:v1" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.form === undefined) && (missing0 = "form")){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.removed === undefined) && (missing1 = "removed")){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = failed[0];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if(((data.approval === undefined) && (missing2 = "approval")) || ((data.round === undefined) && (missing2 = "round"))){
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!((((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "removed")) || (key0 === "remarks")) || (key0 === "certificateFollows"))){
return false;
break;
}
}
if(_errs4 === errors){
if(data.approval !== undefined){
const _errs5 = errors;
if(!(validate917(data.approval))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.round !== undefined){
const _errs6 = errors;
if(!(validate919(data.round))){
vErrors = failed;
errors++;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.form !== undefined){
const _errs7 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.removed !== undefined){
const _errs8 = errors;
if(!(validate922(data.removed))){
vErrors = failed;
errors++;
}
var valid1 = _errs8 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.remarks !== undefined){
const _errs9 = errors;
if(!(validate925(data.remarks))){
vErrors = failed;
errors++;
}
var valid1 = _errs9 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.certificateFollows !== undefined){
const _errs10 = errors;
if(typeof data.certificateFollows !== "boolean"){
return false;
}
var valid1 = _errs10 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_channel_granted_v1 = validate927;

function validate928(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 500 && func3(data) > 500){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern71 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", "u");

function validate930(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate932(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "unit"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate927(data){
/*# sourceURL="urn:yibiao:event:channel.granted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.basis === undefined) && (missing0 = "basis")) || ((data.grantedBy === undefined) && (missing0 = "grantedBy"))) || ((data.promised === undefined) && (missing0 = "promised"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "basis") || (key0 === "grantedBy")) || (key0 === "promised"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.basis !== undefined){
const _errs2 = errors;
if(!(validate928(data.basis))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.grantedBy !== undefined){
const _errs3 = errors;
if(!(validate930(data.grantedBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.promised !== undefined){
const _errs4 = errors;
if(!(validate932(data.promised))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_clocks_recalculated_v1 = validate936;

function validate937(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((data === "CALENDAR") || (data === "EXCLUSION")) || (data === "RESUMPTION")) || (data === "EXTENSION")) || (data === "GREEN_CHANNEL")) || (data === "REVERSAL"))){
return false;
}
return errors === 0;
}


function validate939(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema352 = {"type":"object","additionalProperties":false,"required":["clock","kind","from","term"],"properties":{"clock":{"$ref":"urn:yibiao:compiled#/definitions/o189"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o221"},"approval":{"$ref":"urn:yibiao:compiled#/definitions/o181"},"from":{"$ref":"urn:yibiao:compiled#/definitions/o183"},"fromAt":{"$ref":"urn:yibiao:compiled#/definitions/o214"},"term":{"$ref":"urn:yibiao:compiled#/definitions/o219"},"excluded":{"$ref":"urn:yibiao:compiled#/definitions/o223"},"due":{"$ref":"urn:yibiao:compiled#/definitions/o183"},"dueAt":{"$ref":"urn:yibiao:compiled#/definitions/o214"},"yellowAt":{"$ref":"urn:yibiao:compiled#/definitions/o214"},"redAt":{"$ref":"urn:yibiao:compiled#/definitions/o214"},"notBefore":{"$ref":"urn:yibiao:compiled#/definitions/o183"},"remaining":{"$ref":"urn:yibiao:compiled#/definitions/o94"},"missingYear":{"$ref":"urn:yibiao:compiled#/definitions/o209"},"until":{"$ref":"urn:yibiao:compiled#/definitions/o183"},"endedBy":{"$ref":"urn:yibiao:compiled#/definitions/o225"}}};

function validate943(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate945(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((data === "NOTICE") || (data === "PROMISED")) || (data === "STATUTORY")) || (data === "JOINT")) || (data === "CERTIFICATE")) || (data === "FOLLOW_UP")) || (data === "PERIOD"))){
return false;
}
return errors === 0;
}


function validate949(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats24(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate951(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "unit"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate956(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "from") || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
const _errs2 = errors;
if(!(validate778(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs3 = errors;
if(!(validate778(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate955(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 0){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate956(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern74 = new RegExp("^yibiao\\.[a-z]+\\.[a-z]+\\.v[0-9]+$", "u");

function validate970(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern74.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate969(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate970(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate942(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.clock === undefined) && (missing0 = "clock")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.term === undefined) && (missing0 = "term"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema352.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate943(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate945(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approval !== undefined){
const _errs4 = errors;
if(!(validate746(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate778(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fromAt !== undefined){
const _errs6 = errors;
if(!(validate949(data.fromAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs7 = errors;
if(!(validate951(data.term))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.excluded !== undefined){
const _errs8 = errors;
if(!(validate955(data.excluded))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs9 = errors;
if(!(validate778(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dueAt !== undefined){
const _errs10 = errors;
if(!(validate949(data.dueAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.yellowAt !== undefined){
const _errs11 = errors;
if(!(validate949(data.yellowAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.redAt !== undefined){
const _errs12 = errors;
if(!(validate949(data.redAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notBefore !== undefined){
const _errs13 = errors;
if(!(validate778(data.notBefore))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remaining !== undefined){
const _errs14 = errors;
if(!(validate256(data.remaining))){
vErrors = failed;
errors++;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.missingYear !== undefined){
const _errs15 = errors;
if(!(validate770(data.missingYear))){
vErrors = failed;
errors++;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.until !== undefined){
const _errs16 = errors;
if(!(validate778(data.until))){
vErrors = failed;
errors++;
}
var valid0 = _errs16 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.endedBy !== undefined){
const _errs17 = errors;
if(!(validate969(data.endedBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate941(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate942(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate936(data){
/*# sourceURL="urn:yibiao:event:clocks.recalculated:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.because === undefined) && (missing0 = "because")) || ((data.calendar === undefined) && (missing0 = "calendar"))) || ((data.clocks === undefined) && (missing0 = "clocks"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "because") || (key0 === "calendar")) || (key0 === "clocks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.because !== undefined){
const _errs2 = errors;
if(!(validate937(data.because))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs3 = errors;
if(!(validate939(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clocks !== undefined){
const _errs4 = errors;
if(!(validate941(data.clocks))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_clocks_started_v1 = validate975;

function validate976(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate978(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate942(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate975(data){
/*# sourceURL="urn:yibiao:event:clocks.started:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.calendar === undefined) && (missing0 = "calendar")) || ((data.clocks === undefined) && (missing0 = "clocks"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "calendar") || (key0 === "clocks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.calendar !== undefined){
const _errs2 = errors;
if(!(validate976(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clocks !== undefined){
const _errs3 = errors;
if(!(validate978(data.clocks))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_clocks_stopped_v1 = validate981;

function validate982(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate943(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate985(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern74.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate981(data){
/*# sourceURL="urn:yibiao:event:clocks.stopped:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.clocks === undefined) && (missing0 = "clocks")) || ((data.because === undefined) && (missing0 = "because"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "clocks") || (key0 === "because"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clocks !== undefined){
const _errs2 = errors;
if(!(validate982(data.clocks))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined){
const _errs3 = errors;
if(!(validate985(data.because))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_compensation_completed_v1 = validate987;

function validate988(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate990(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate987(data){
/*# sourceURL="urn:yibiao:event:compensation.completed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.approval === undefined) && (missing0 = "approval")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "approval") || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate988(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs3 = errors;
if(!(validate990(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_compensation_requested_v1 = validate992;

function validate993(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate746(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate992(data){
/*# sourceURL="urn:yibiao:event:compensation.requested:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.approvals === undefined) && (missing0 = "approvals")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "approvals")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approvals !== undefined){
if(!(validate993(data.approvals))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_contact_assigned_v1 = validate996;

function validate997(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate999(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 50 && func3(data) > 50){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate996(data){
/*# sourceURL="urn:yibiao:event:contact.assigned:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.officer === undefined) && (missing0 = "officer")) || ((data.window === undefined) && (missing0 = "window"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "officer") || (key0 === "window"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.officer !== undefined){
const _errs2 = errors;
if(!(validate997(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.window !== undefined){
const _errs3 = errors;
if(!(validate999(data.window))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_deadline_breached_v1 = validate1001;

function validate1002(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1004(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((data === "NOTICE") || (data === "PROMISED")) || (data === "STATUTORY")) || (data === "JOINT")) || (data === "CERTIFICATE")) || (data === "FOLLOW_UP")) || (data === "PERIOD"))){
return false;
}
return errors === 0;
}


function validate1006(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1008(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1010(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1001(data){
/*# sourceURL="urn:yibiao:event:deadline.breached:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.clock === undefined) && (missing0 = "clock")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "clock") || (key0 === "kind")) || (key0 === "approval")) || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1002(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate1004(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approval !== undefined){
const _errs4 = errors;
if(!(validate1006(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs5 = errors;
if(!(validate1008(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs6 = errors;
if(!(validate1010(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_deadline_extended_v1 = validate1012;

function validate1013(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1015(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1017(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "unit"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1021(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1023(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1012(data){
/*# sourceURL="urn:yibiao:event:deadline.extended:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.by === undefined) && (missing0 = "by"))) || ((data.approver === undefined) && (missing0 = "approver"))) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "by")) || (key0 === "approver")) || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1013(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1015(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.by !== undefined){
const _errs4 = errors;
if(!(validate1017(data.by))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approver !== undefined){
const _errs5 = errors;
if(!(validate1021(data.approver))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs6 = errors;
if(!(validate1023(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_delegations_published_v1 = validate1025;

function validate1026(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1028(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1031(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1033(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1037(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1039(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate671(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1044(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 50 && func3(data) > 50){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1036(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.officer === undefined) && (missing0 = "officer")) || ((data.items === undefined) && (missing0 = "items"))) || ((data.from === undefined) && (missing0 = "from"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "officer") || (key0 === "items")) || (key0 === "from")) || (key0 === "to")) || (key0 === "window"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.officer !== undefined){
const _errs2 = errors;
if(!(validate1037(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
const _errs3 = errors;
if(!(validate1039(data.items))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs4 = errors;
if(!(validate778(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs5 = errors;
if(!(validate778(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.window !== undefined){
const _errs6 = errors;
if(!(validate1044(data.window))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1035(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 1000){
return false;
}
else {
if(data.length < 0){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1036(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1030(data){
/*# sourceURL="urn:yibiao:reference:delegations:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.participant === undefined) && (missing0 = "participant")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.officers === undefined) && (missing0 = "officers"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "participant") || (key0 === "version")) || (key0 === "officers"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.participant !== undefined){
const _errs2 = errors;
if(!(validate1031(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs3 = errors;
if(!(validate1033(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.officers !== undefined){
const _errs4 = errors;
if(!(validate1035(data.officers))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1025(data){
/*# sourceURL="urn:yibiao:event:delegations.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1026(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate1028(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate1030(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_delivery_recorded_v1 = validate1049;

function validate1050(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1052(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1055(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1057(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1059(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1049(data){
/*# sourceURL="urn:yibiao:event:delivery.recorded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.first === undefined) && (missing0 = "first")) || ((data.last === undefined) && (missing0 = "last"))) || ((data.position === undefined) && (missing0 = "position"))) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.matrixVersion === undefined) && (missing0 = "matrixVersion"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "first") || (key0 === "last")) || (key0 === "position")) || (key0 === "digest")) || (key0 === "matrixVersion")) || (key0 === "epoch"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.first !== undefined){
const _errs2 = errors;
if(!(validate1050(data.first))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last !== undefined){
const _errs3 = errors;
if(!(validate1052(data.last))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs4 = errors;
if(!(validate1052(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs5 = errors;
if(!(validate1055(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.matrixVersion !== undefined){
const _errs6 = errors;
if(!(validate1057(data.matrixVersion))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.epoch !== undefined){
const _errs7 = errors;
if(!(validate1059(data.epoch))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_deregistration_overdue_v1 = validate1061;

function validate1062(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1064(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1066(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1061(data){
/*# sourceURL="urn:yibiao:event:deregistration.overdue:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1062(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1064(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate1066(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_deregistration_publicised_v1 = validate1068;

function validate1069(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1071(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1073(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1075(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1077(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1068(data){
/*# sourceURL="urn:yibiao:event:deregistration.publicised:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.from === undefined) && (missing0 = "from"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "from")) || (key0 === "noticeNo")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1069(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1071(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs4 = errors;
if(!(validate1073(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticeNo !== undefined){
const _errs5 = errors;
if(!(validate1075(data.noticeNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs6 = errors;
if(!(validate1077(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_duty_met_v1 = validate1079;

function validate1080(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1082(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1079(data){
/*# sourceURL="urn:yibiao:event:duty.met:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.duty === undefined) && (missing0 = "duty")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "duty") || (key0 === "evidence"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.duty !== undefined){
const _errs2 = errors;
if(!(validate1080(data.duty))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.evidence !== undefined){
const _errs3 = errors;
if(!(validate1082(data.evidence))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_enterprise_deregistered_v1 = validate1084;

function validate1085(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1087(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1090(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1084(data){
/*# sourceURL="urn:yibiao:event:enterprise.deregistered:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1085(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1087(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.status === undefined) && (missing1 = "status")){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs7 = errors;
if(!(validate1090(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_enterprise_registered_v1 = validate1092;

function validate1093(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1095(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1098(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1092(data){
/*# sourceURL="urn:yibiao:event:enterprise.registered:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "remarks")) || (key0 === "certificateFollows"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1093(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1095(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if(((((data2.uscc === undefined) && (missing1 = "uscc")) || ((data2.establishedOn === undefined) && (missing1 = "establishedOn"))) || ((data2.status === undefined) && (missing1 = "status"))) || ((data2.registryOrg === undefined) && (missing1 = "registryOrg"))){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs7 = errors;
if(!(validate1098(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.certificateFollows !== undefined){
const _errs8 = errors;
if(typeof data.certificateFollows !== "boolean"){
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_envelope_v1 = validate1100;
const schema425 = {"$id":"urn:yibiao:event:envelope:v1","type":"object","required":["specversion","id","source","type","subject","time","authtype","authid","data"],"propertyNames":{"pattern":"^[a-z][a-z0-9]{0,63}$"},"properties":{"specversion":{"$ref":"urn:yibiao:compiled#/definitions/o234"},"id":{"$ref":"urn:yibiao:compiled#/definitions/o235"},"source":{"$ref":"urn:yibiao:compiled#/definitions/o236"},"type":{"$ref":"urn:yibiao:compiled#/definitions/o237"},"subject":{"$ref":"urn:yibiao:compiled#/definitions/o238"},"time":{"$ref":"urn:yibiao:compiled#/definitions/o214"},"datacontenttype":{"$ref":"urn:yibiao:compiled#/definitions/o239"},"dataschema":{"$ref":"urn:yibiao:compiled#/definitions/o240"},"filing":{"$ref":"urn:yibiao:compiled#/definitions/o241"},"authtype":{"$ref":"urn:yibiao:compiled#/definitions/o242"},"authid":{"$ref":"urn:yibiao:compiled#/definitions/o235"},"causationid":{"$ref":"urn:yibiao:compiled#/definitions/o235"},"correlationid":{"$ref":"urn:yibiao:compiled#/definitions/o235"},"corrects":{"$ref":"urn:yibiao:compiled#/definitions/o235"},"basedon":{"$ref":"urn:yibiao:compiled#/definitions/o232"},"effectivefrom":{"$ref":"urn:yibiao:compiled#/definitions/o243"},"data":{},"messageid":false,"receivedtime":false,"recordedtime":false,"position":false,"revision":false,"feedsequence":false,"feeddigest":false,"replayid":false,"historyid":false},"additionalProperties":{"$ref":"urn:yibiao:compiled#/definitions/o244"}};
const pattern94 = new RegExp("^[a-z][a-z0-9]{0,63}$", "u");

function validate1101(data){
let vErrors = null;
let errors = 0;
if(((typeof data !== "string") && (typeof data !== "boolean")) && (!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data))))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 2147483647 || isNaN(data)){
return false;
}
else {
if(data < -2147483648 || isNaN(data)){
return false;
}
}
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1024 && func3(data) > 1024){
return false;
}
}
}
}
return errors === 0;
}


function validate1103(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if("1.0" !== data){
return false;
}
return errors === 0;
}

const pattern95 = new RegExp("^[\\x21-\\x7e]{1,128}$", "u");

function validate1105(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern95.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern96 = new RegExp("^/participants/[A-Z][A-Z0-9-]{0,31}$", "u");

function validate1107(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern96.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern97 = new RegExp("^yibiao\\.[a-z]+\\.[a-z]+\\.v[1-9][0-9]{0,3}$", "u");

function validate1109(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern97.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern98 = new RegExp("^[A-Za-z0-9][A-Za-z0-9-]{0,63}$", "u");

function validate1111(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern98.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1113(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats24(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1115(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if("application/json" !== data){
return false;
}
return errors === 0;
}

const pattern99 = new RegExp("^urn:yibiao:event:[a-z]+\\.[a-z]+:v[1-9][0-9]{0,3}$", "u");

function validate1117(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern99.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern100 = new RegExp("^F[0-9A-HJKMNP-TV-Z]{14}$", "u");

function validate1119(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern100.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1121(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((((((data === "officer") || (data === "applicant")) || (data === "agent")) || (data === "operator")) || (data === "auditor")) || (data === "timer")) || (data === "system")) || (data === "unauthenticated"))){
return false;
}
return errors === 0;
}


function validate1127(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1129(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(errors === _errs2){
if(typeof data === "string"){
if(!(formats8(data))){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(errors === _errs3){
if(typeof data === "string"){
if(!(formats24(data))){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = failed[0];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
return errors === 0;
}


function validate1100(data){
/*# sourceURL="urn:yibiao:event:envelope:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.specversion === undefined) && (missing0 = "specversion")) || ((data.id === undefined) && (missing0 = "id"))) || ((data.source === undefined) && (missing0 = "source"))) || ((data.type === undefined) && (missing0 = "type"))) || ((data.subject === undefined) && (missing0 = "subject"))) || ((data.time === undefined) && (missing0 = "time"))) || ((data.authtype === undefined) && (missing0 = "authtype"))) || ((data.authid === undefined) && (missing0 = "authid"))) || ((data.data === undefined) && (missing0 = "data"))){
return false;
}
else {
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern94.test(key0)){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
break;
}
}
if(valid0){
const _errs2 = errors;
for(const key1 in data){
if(!(func2.call(schema425.properties, key1))){
const _errs3 = errors;
if(!(validate1101(data[key1]))){
vErrors = failed;
errors++;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
if(_errs2 === errors){
if(data.specversion !== undefined){
const _errs4 = errors;
if(!(validate1103(data.specversion))){
vErrors = failed;
errors++;
}
var valid2 = _errs4 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.id !== undefined){
const _errs5 = errors;
if(!(validate1105(data.id))){
vErrors = failed;
errors++;
}
var valid2 = _errs5 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.source !== undefined){
const _errs6 = errors;
if(!(validate1107(data.source))){
vErrors = failed;
errors++;
}
var valid2 = _errs6 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.type !== undefined){
const _errs7 = errors;
if(!(validate1109(data.type))){
vErrors = failed;
errors++;
}
var valid2 = _errs7 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.subject !== undefined){
const _errs8 = errors;
if(!(validate1111(data.subject))){
vErrors = failed;
errors++;
}
var valid2 = _errs8 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.time !== undefined){
const _errs9 = errors;
if(!(validate1113(data.time))){
vErrors = failed;
errors++;
}
var valid2 = _errs9 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.datacontenttype !== undefined){
const _errs10 = errors;
if(!(validate1115(data.datacontenttype))){
vErrors = failed;
errors++;
}
var valid2 = _errs10 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.dataschema !== undefined){
const _errs11 = errors;
if(!(validate1117(data.dataschema))){
vErrors = failed;
errors++;
}
var valid2 = _errs11 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.filing !== undefined){
const _errs12 = errors;
if(!(validate1119(data.filing))){
vErrors = failed;
errors++;
}
var valid2 = _errs12 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.authtype !== undefined){
const _errs13 = errors;
if(!(validate1121(data.authtype))){
vErrors = failed;
errors++;
}
var valid2 = _errs13 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.authid !== undefined){
const _errs14 = errors;
if(!(validate1105(data.authid))){
vErrors = failed;
errors++;
}
var valid2 = _errs14 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.causationid !== undefined){
const _errs15 = errors;
if(!(validate1105(data.causationid))){
vErrors = failed;
errors++;
}
var valid2 = _errs15 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.correlationid !== undefined){
const _errs16 = errors;
if(!(validate1105(data.correlationid))){
vErrors = failed;
errors++;
}
var valid2 = _errs16 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.corrects !== undefined){
const _errs17 = errors;
if(!(validate1105(data.corrects))){
vErrors = failed;
errors++;
}
var valid2 = _errs17 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.basedon !== undefined){
const _errs18 = errors;
if(!(validate1127(data.basedon))){
vErrors = failed;
errors++;
}
var valid2 = _errs18 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.effectivefrom !== undefined){
const _errs19 = errors;
if(!(validate1129(data.effectivefrom))){
vErrors = failed;
errors++;
}
var valid2 = _errs19 === errors;
}
else {
var valid2 = true;
}
if(valid2){
if(data.messageid !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.receivedtime !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.recordedtime !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.position !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.revision !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.feedsequence !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.feeddigest !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.replayid !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
if(valid2){
if(data.historyid !== undefined){
var valid2 = false;
return false;
}
else {
var valid2 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_fact_reversed_v1 = validate1131;

function validate1132(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1134(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1136(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern97.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1138(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats24(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1140(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1131(data){
/*# sourceURL="urn:yibiao:event:fact.reversed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.clock === undefined) && (missing0 = "clock")) || ((data.fact === undefined) && (missing0 = "fact"))) || ((data.receivedAt === undefined) && (missing0 = "receivedAt"))) || ((data.at === undefined) && (missing0 = "at"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "approval") || (key0 === "clock")) || (key0 === "fact")) || (key0 === "receivedAt")) || (key0 === "round")) || (key0 === "at"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1132(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.clock !== undefined){
const _errs3 = errors;
if(!(validate1134(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fact !== undefined){
const _errs4 = errors;
if(!(validate1136(data.fact))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.receivedAt !== undefined){
const _errs5 = errors;
if(!(validate1138(data.receivedAt))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs6 = errors;
if(!(validate1140(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.at !== undefined){
const _errs7 = errors;
if(!(validate1138(data.at))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_fee_assessed_v1 = validate1143;

function validate1144(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1146(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 20 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1148(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1143(data){
/*# sourceURL="urn:yibiao:event:fee.assessed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.fee === undefined) && (missing0 = "fee"))) || ((data.fen === undefined) && (missing0 = "fen"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "approval") || (key0 === "fee")) || (key0 === "fen"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1144(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fee !== undefined){
const _errs3 = errors;
if(!(validate1146(data.fee))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fen !== undefined){
const _errs4 = errors;
if(!(validate1148(data.fen))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_fee_differed_v1 = validate1150;

function validate1151(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1153(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 20 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1155(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1150(data){
/*# sourceURL="urn:yibiao:event:fee.differed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.approval === undefined) && (missing0 = "approval")) || ((data.fee === undefined) && (missing0 = "fee"))) || ((data.assessed === undefined) && (missing0 = "assessed"))) || ((data.published === undefined) && (missing0 = "published"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "fee")) || (key0 === "assessed")) || (key0 === "published"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1151(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fee !== undefined){
const _errs3 = errors;
if(!(validate1153(data.fee))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.assessed !== undefined){
const _errs4 = errors;
if(!(validate1155(data.assessed))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.published !== undefined){
const _errs5 = errors;
if(!(validate1155(data.published))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_feed_acknowledged_v1 = validate1158;

function validate1159(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1161(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1163(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "received") || (data === "applied"))){
return false;
}
return errors === 0;
}


function validate1158(data){
/*# sourceURL="urn:yibiao:event:feed.acknowledged:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.sequence === undefined) && (missing0 = "sequence")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.stage === undefined) && (missing0 = "stage"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "sequence") || (key0 === "digest")) || (key0 === "stage"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.sequence !== undefined){
const _errs2 = errors;
if(!(validate1159(data.sequence))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate1161(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.stage !== undefined){
const _errs4 = errors;
if(!(validate1163(data.stage))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_feed_rejected_v1 = validate1165;

function validate1166(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1168(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1165(data){
/*# sourceURL="urn:yibiao:event:feed.rejected:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.sequence === undefined) && (missing0 = "sequence")) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "sequence") || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.sequence !== undefined){
const _errs2 = errors;
if(!(validate1166(data.sequence))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs3 = errors;
if(!(validate1168(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_filing_completed_v1 = validate1170;

function validate1172(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "GRANTED") || (data === "RECORDED")) || (data === "REFUSED")) || (data === "NOT_NEEDED"))){
return false;
}
return errors === 0;
}


function validate1171(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
return false;
}
else {
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern30.test(key0)){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
break;
}
}
if(valid0){
for(const key1 in data){
const _errs3 = errors;
if(!(validate1172(data[key1]))){
vErrors = failed;
errors++;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1170(data){
/*# sourceURL="urn:yibiao:event:filing.completed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.outcomes === undefined) && (missing0 = "outcomes")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "outcomes")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.outcomes !== undefined){
if(!(validate1171(data.outcomes))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_filing_refused_v1 = validate1175;

function validate1176(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1178(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1175(data){
/*# sourceURL="urn:yibiao:event:filing.refused:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approval === undefined) && (missing0 = "approval")) || ((data.reasons === undefined) && (missing0 = "reasons"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "approval") || (key0 === "reasons"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1176(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
const _errs3 = errors;
if(!(validate1178(data.reasons))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_filing_routed_v1 = validate1181;

function validate1182(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1184(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.matrix === undefined) && (missing0 = "matrix")) || ((data.participants === undefined) && (missing0 = "participants"))) || ((data.process === undefined) && (missing0 = "process"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "matrix") || (key0 === "participants")) || (key0 === "process"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.matrix !== undefined){
const _errs2 = errors;
if(!(validate772(data.matrix))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participants !== undefined){
const _errs3 = errors;
if(!(validate772(data.participants))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.process !== undefined){
const _errs4 = errors;
if(!(validate772(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema470 = {"type":"object","additionalProperties":false,"required":["approval","item","itemVersion","kind","gate","department","participant","dependsOn","state"],"properties":{"approval":{"$ref":"urn:yibiao:compiled#/definitions/o181"},"item":{"$ref":"urn:yibiao:compiled#/definitions/o190"},"itemVersion":{"$ref":"urn:yibiao:compiled#/definitions/o208"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o250"},"gate":{"$ref":"urn:yibiao:compiled#/definitions/o56"},"department":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"participant":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"dependsOn":{"$ref":"urn:yibiao:compiled#/definitions/o251"},"materials":{"$ref":"urn:yibiao:compiled#/definitions/o201"},"state":{"$ref":"urn:yibiao:compiled#/definitions/o252"}}};

function validate1194(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "LICENCE") || (data === "REGISTRATION")) || (data === "RECORDAL")) || (data === "COMMITMENT")) || (data === "CONSEQUENCE"))){
return false;
}
return errors === 0;
}


function validate1197(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1200(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate671(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1203(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate670(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1206(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "OPEN") || (data === "WAITING"))){
return false;
}
return errors === 0;
}


function validate1190(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((((data.approval === undefined) && (missing0 = "approval")) || ((data.item === undefined) && (missing0 = "item"))) || ((data.itemVersion === undefined) && (missing0 = "itemVersion"))) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.gate === undefined) && (missing0 = "gate"))) || ((data.department === undefined) && (missing0 = "department"))) || ((data.participant === undefined) && (missing0 = "participant"))) || ((data.dependsOn === undefined) && (missing0 = "dependsOn"))) || ((data.state === undefined) && (missing0 = "state"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema470.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate746(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.item !== undefined){
const _errs3 = errors;
if(!(validate671(data.item))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.itemVersion !== undefined){
const _errs4 = errors;
if(!(validate772(data.itemVersion))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs5 = errors;
if(!(validate1194(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.gate !== undefined){
const _errs6 = errors;
if(!(validate159(data.gate))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.department !== undefined){
const _errs7 = errors;
if(!(validate1197(data.department))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs8 = errors;
if(!(validate1197(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.dependsOn !== undefined){
const _errs9 = errors;
if(!(validate1200(data.dependsOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined){
const _errs10 = errors;
if(!(validate1203(data.materials))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.state !== undefined){
const _errs11 = errors;
if(!(validate1206(data.state))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1189(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1190(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1210(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.officer === undefined) && (missing0 = "officer")) || ((data.window === undefined) && (missing0 = "window"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "officer") || (key0 === "window"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.officer !== undefined){
const _errs2 = errors;
if(!(validate1037(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.window !== undefined){
const _errs3 = errors;
if(!(validate1044(data.window))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1181(data){
/*# sourceURL="urn:yibiao:event:filing.routed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.process === undefined) && (missing0 = "process")) || ((data.versions === undefined) && (missing0 = "versions"))) || ((data.approvals === undefined) && (missing0 = "approvals"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "process") || (key0 === "versions")) || (key0 === "approvals")) || (key0 === "firstContact"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.process !== undefined){
const _errs2 = errors;
if(!(validate1182(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.versions !== undefined){
const _errs3 = errors;
if(!(validate1184(data.versions))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approvals !== undefined){
const _errs4 = errors;
if(!(validate1189(data.approvals))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstContact !== undefined){
const _errs5 = errors;
if(!(validate1210(data.firstContact))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_filing_submitted_v1 = validate1214;

function validate1215(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1218(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate670(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1214(data){
/*# sourceURL="urn:yibiao:event:filing.submitted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.process === undefined) && (missing0 = "process")) || ((data.form === undefined) && (missing0 = "form"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "process") || (key0 === "form")) || (key0 === "materials"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.process !== undefined){
const _errs2 = errors;
if(!(validate1215(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs3 = errors;
if(!(validate21(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined){
const _errs4 = errors;
if(!(validate1218(data.materials))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_filing_withdrawn_v1 = validate1221;

function validate1222(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1221(data){
/*# sourceURL="urn:yibiao:event:filing.withdrawn:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.reason === undefined) && (missing0 = "reason")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "reason")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.reason !== undefined){
if(!(validate1222(data.reason))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_history_opened_v1 = validate1224;

function validate1225(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64 && func3(data) > 64){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1227(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "sandbox") || (data === "production"))){
return false;
}
return errors === 0;
}

const pattern112 = new RegExp("^\\d{6}$", "u");

function validate1229(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern112.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1231(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1224(data){
/*# sourceURL="urn:yibiao:event:history.opened:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.history === undefined) && (missing0 = "history")) || ((data.mode === undefined) && (missing0 = "mode"))) || ((data.division === undefined) && (missing0 = "division"))) || ((data.epoch === undefined) && (missing0 = "epoch"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "history") || (key0 === "mode")) || (key0 === "division")) || (key0 === "epoch"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.history !== undefined){
const _errs2 = errors;
if(!(validate1225(data.history))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.mode !== undefined){
const _errs3 = errors;
if(!(validate1227(data.mode))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.division !== undefined){
const _errs4 = errors;
if(!(validate1229(data.division))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.epoch !== undefined){
const _errs5 = errors;
if(!(validate1231(data.epoch))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_identifier_claimed_v1 = validate1233;
const pattern113 = new RegExp("^R[0-9A-HJKMNP-TV-Z]{14}$", "u");

function validate1234(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern113.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1236(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1233(data){
/*# sourceURL="urn:yibiao:event:identifier.claimed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record === undefined) && (missing0 = "record")) || ((data.identifier === undefined) && (missing0 = "identifier"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "record") || (key0 === "identifier"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.record !== undefined){
const _errs2 = errors;
if(!(validate1234(data.record))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.identifier !== undefined){
const _errs3 = errors;
if(!(validate1236(data.identifier))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_identifier_released_v1 = validate1238;

function validate1239(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern113.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1241(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1243(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1245(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1238(data){
/*# sourceURL="urn:yibiao:event:identifier.released:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.record === undefined) && (missing0 = "record")) || ((data.identifier === undefined) && (missing0 = "identifier"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "record") || (key0 === "identifier")) || (key0 === "reason")) || (key0 === "protectedUntil"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.record !== undefined){
const _errs2 = errors;
if(!(validate1239(data.record))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.identifier !== undefined){
const _errs3 = errors;
if(!(validate1241(data.identifier))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs4 = errors;
if(!(validate1243(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.protectedUntil !== undefined){
const _errs5 = errors;
if(!(validate1245(data.protectedUntil))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_inbound_expired_v1 = validate1247;

function validate1248(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1250(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1247(data){
/*# sourceURL="urn:yibiao:event:inbound.expired:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.topic === undefined) && (missing0 = "topic")) || ((data.partition === undefined) && (missing0 = "partition"))) || ((data.committed === undefined) && (missing0 = "committed"))) || ((data.earliest === undefined) && (missing0 = "earliest"))) || ((data.latest === undefined) && (missing0 = "latest"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "topic") || (key0 === "partition")) || (key0 === "committed")) || (key0 === "earliest")) || (key0 === "latest"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.topic !== undefined){
const _errs2 = errors;
if(!(validate1248(data.topic))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.partition !== undefined){
const _errs3 = errors;
if(!(validate1250(data.partition))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.committed !== undefined){
const _errs4 = errors;
if(!(validate1250(data.committed))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.earliest !== undefined){
const _errs5 = errors;
if(!(validate1250(data.earliest))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.latest !== undefined){
const _errs6 = errors;
if(!(validate1250(data.latest))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_joint_extended_v1 = validate1255;

function validate1256(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.value === undefined) && (missing0 = "value")) || ((data.unit === undefined) && (missing0 = "unit"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "value") || (key0 === "unit"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.value !== undefined){
const _errs2 = errors;
if(!(validate850(data.value))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.unit !== undefined){
const _errs3 = errors;
if(!(validate852(data.unit))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1260(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1262(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1255(data){
/*# sourceURL="urn:yibiao:event:joint.extended:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.by === undefined) && (missing0 = "by")) || ((data.approver === undefined) && (missing0 = "approver"))) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "by") || (key0 === "approver")) || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.by !== undefined){
const _errs2 = errors;
if(!(validate1256(data.by))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.approver !== undefined){
const _errs3 = errors;
if(!(validate1260(data.approver))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs4 = errors;
if(!(validate1262(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_licence_revoked_v1 = validate1264;

function validate1265(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1267(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1270(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1272(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1264(data){
/*# sourceURL="urn:yibiao:event:licence.revoked:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))) || ((data.decisionNo === undefined) && (missing0 = "decisionNo"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "decisionNo")) || (key0 === "reasons"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1265(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1267(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.status === undefined) && (missing1 = "status")){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decisionNo !== undefined){
const _errs7 = errors;
if(!(validate1270(data.decisionNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
const _errs8 = errors;
if(!(validate1272(data.reasons))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_liquidation_notified_v1 = validate1275;

function validate1276(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1278(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1280(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1282(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1275(data){
/*# sourceURL="urn:yibiao:event:liquidation.notified:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.formedOn === undefined) && (missing0 = "formedOn"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "formedOn")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1276(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1278(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formedOn !== undefined){
const _errs4 = errors;
if(!(validate1280(data.formedOn))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs5 = errors;
if(!(validate1282(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_matrix_published_v1 = validate1284;

function validate1285(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1287(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1289(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(Object.keys(data).length < 1){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1284(data){
/*# sourceURL="urn:yibiao:event:matrix.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1285(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate1287(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate1289(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_message_refused_v1 = validate1291;
const schema516 = {"$id":"urn:yibiao:event:message.refused:v1","type":"object","additionalProperties":false,"required":["problem","source","bytes","length","digest"],"properties":{"problem":{"$ref":"urn:yibiao:compiled#/definitions/o267"},"participant":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"source":{"$ref":"urn:yibiao:compiled#/definitions/o268"},"messageid":{"$ref":"urn:yibiao:compiled#/definitions/o269"},"type":{"$ref":"urn:yibiao:compiled#/definitions/o269"},"topic":{"$ref":"urn:yibiao:compiled#/definitions/o268"},"bytes":{"$ref":"urn:yibiao:compiled#/definitions/o270"},"length":{"$ref":"urn:yibiao:compiled#/definitions/o233"},"digest":{"$ref":"urn:yibiao:compiled#/definitions/o196"}}};
const pattern119 = new RegExp("^urn:yibiao:problem:YB_[A-Z_]{1,60}$", "u");

function validate1293(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern119.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern120 = new RegExp("^YB_[A-Z_]{1,60}$", "u");

function validate1295(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern120.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1300(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1298(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.code === undefined) && (missing0 = "code")) || ((data.pointer === undefined) && (missing0 = "pointer"))) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "code") || (key0 === "pointer")) || (key0 === "zh")) || (key0 === "en"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate1295(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.pointer !== undefined){
const _errs3 = errors;
if(!(validate1300(data.pointer))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs4 = errors;
if(typeof data.zh !== "string"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs6 = errors;
if(typeof data.en !== "string"){
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1297(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1298(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1292(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((((data.type === undefined) && (missing0 = "type")) || ((data.code === undefined) && (missing0 = "code"))) || ((data.title === undefined) && (missing0 = "title"))) || ((data.titleZh === undefined) && (missing0 = "titleZh"))) || ((data.detail === undefined) && (missing0 = "detail"))) || ((data.detailZh === undefined) && (missing0 = "detailZh"))) || ((data.retryable === undefined) && (missing0 = "retryable"))) || ((data.issues === undefined) && (missing0 = "issues"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "type") || (key0 === "code")) || (key0 === "title")) || (key0 === "titleZh")) || (key0 === "detail")) || (key0 === "detailZh")) || (key0 === "retryable")) || (key0 === "issues"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.type !== undefined){
const _errs2 = errors;
if(!(validate1293(data.type))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
const _errs3 = errors;
if(!(validate1295(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.title !== undefined){
const _errs4 = errors;
if(typeof data.title !== "string"){
return false;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.titleZh !== undefined){
const _errs6 = errors;
if(typeof data.titleZh !== "string"){
return false;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detail !== undefined){
const _errs8 = errors;
if(typeof data.detail !== "string"){
return false;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.detailZh !== undefined){
const _errs10 = errors;
if(typeof data.detailZh !== "string"){
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.retryable !== undefined){
const _errs12 = errors;
if(typeof data.retryable !== "boolean"){
return false;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.issues !== undefined){
const _errs14 = errors;
if(!(validate1297(data.issues))){
vErrors = failed;
errors++;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1305(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1307(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1309(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern122 = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");

function validate1313(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 87384 && func3(data) > 87384){
return false;
}
else {
if(!pattern122.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1315(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 0 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1317(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1291(data){
/*# sourceURL="urn:yibiao:event:message.refused:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.problem === undefined) && (missing0 = "problem")) || ((data.source === undefined) && (missing0 = "source"))) || ((data.bytes === undefined) && (missing0 = "bytes"))) || ((data.length === undefined) && (missing0 = "length"))) || ((data.digest === undefined) && (missing0 = "digest"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema516.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.problem !== undefined){
const _errs2 = errors;
if(!(validate1292(data.problem))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs3 = errors;
if(!(validate1305(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.source !== undefined){
const _errs4 = errors;
if(!(validate1307(data.source))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.messageid !== undefined){
const _errs5 = errors;
if(!(validate1309(data.messageid))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.type !== undefined){
const _errs6 = errors;
if(!(validate1309(data.type))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.topic !== undefined){
const _errs7 = errors;
if(!(validate1307(data.topic))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.bytes !== undefined){
const _errs8 = errors;
if(!(validate1313(data.bytes))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.length !== undefined){
const _errs9 = errors;
if(!(validate1315(data.length))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs10 = errors;
if(!(validate1317(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_migration_accepted_v1 = validate1319;

function validate1320(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1322(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1324(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.name === undefined) && (missing0 = "name"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "name"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate662(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate664(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1328(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1319(data){
/*# sourceURL="urn:yibiao:event:migration.accepted:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.registry === undefined) && (missing0 = "registry"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "registry")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1320(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1322(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registry !== undefined){
const _errs4 = errors;
if(!(validate1324(data.registry))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs5 = errors;
if(!(validate1328(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_migration_completed_v1 = validate1330;

function validate1331(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1333(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1336(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1338(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1330(data){
/*# sourceURL="urn:yibiao:event:migration.completed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "archiveNo")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1331(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1333(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.status === undefined) && (missing1 = "status")){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.archiveNo !== undefined){
const _errs7 = errors;
if(!(validate1336(data.archiveNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs8 = errors;
if(!(validate1338(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_notice_violated_v1 = validate1340;

function validate1341(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1343(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1345(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "NEW_DEFECTS") || (data === "AFTER_ACCEPTANCE"))){
return false;
}
return errors === 0;
}


function validate1347(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 0){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate712(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1340(data){
/*# sourceURL="urn:yibiao:event:notice.violated:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.because === undefined) && (missing0 = "because"))) || ((data.codes === undefined) && (missing0 = "codes"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "because")) || (key0 === "codes"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1341(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1343(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.because !== undefined){
const _errs4 = errors;
if(!(validate1345(data.because))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.codes !== undefined){
const _errs5 = errors;
if(!(validate1347(data.codes))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_objection_raised_v1 = validate1350;

function validate1351(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1350(data){
/*# sourceURL="urn:yibiao:event:objection.raised:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.reasons === undefined) && (missing0 = "reasons")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "reasons")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.reasons !== undefined){
if(!(validate1351(data.reasons))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_operation_completed_v1 = validate1354;

function validate1355(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1357(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((data === "done") || (data === "refused")) || (data === "differs")) || (data === "undetermined")) || (data === "failed"))){
return false;
}
return errors === 0;
}


function validate1359(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(!(data && typeof data == "object" && !Array.isArray(data))){
return false;
}
}
return errors === 0;
}


function validate1354(data){
/*# sourceURL="urn:yibiao:event:operation.completed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.operation === undefined) && (missing0 = "operation")) || ((data.outcome === undefined) && (missing0 = "outcome"))) || ((data.result === undefined) && (missing0 = "result"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "operation") || (key0 === "outcome")) || (key0 === "result"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.operation !== undefined){
const _errs2 = errors;
if(!(validate1355(data.operation))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcome !== undefined){
const _errs3 = errors;
if(!(validate1357(data.outcome))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.result !== undefined){
const _errs4 = errors;
if(!(validate1359(data.result))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_operation_requested_v1 = validate1361;

function validate1362(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1364(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((((data === "replay") || (data === "rebuild")) || (data === "switch")) || (data === "rollback"))){
return false;
}
return errors === 0;
}


function validate1366(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1371(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 64 && func3(data) > 64){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1368(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
if(data.digest !== undefined){
const _errs2 = errors;
if(!(validate673(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participant !== undefined){
const _errs3 = errors;
if(!(validate1197(data.participant))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.projection !== undefined){
const _errs4 = errors;
if(!(validate1371(data.projection))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1361(data){
/*# sourceURL="urn:yibiao:event:operation.requested:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.operation === undefined) && (missing0 = "operation")) || ((data.kind === undefined) && (missing0 = "kind"))) || ((data.reason === undefined) && (missing0 = "reason"))) || ((data.plan === undefined) && (missing0 = "plan"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "operation") || (key0 === "kind")) || (key0 === "reason")) || (key0 === "plan"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.operation !== undefined){
const _errs2 = errors;
if(!(validate1362(data.operation))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs3 = errors;
if(!(validate1364(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs4 = errors;
if(!(validate1366(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.plan !== undefined){
const _errs5 = errors;
if(!(validate1368(data.plan))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_participants_published_v1 = validate1374;

function validate1375(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1377(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1380(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1385(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1388(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 40){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1197(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern129 = new RegExp("^\\d{2}(?:\\d{2}(?:\\d{2})?)?$", "u");

function validate1392(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern129.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1391(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 400){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1392(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1383(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.code === undefined) && (missing0 = "code")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))) || ((data.departments === undefined) && (missing0 = "departments"))) || ((data.divisions === undefined) && (missing0 = "divisions"))) || ((data.reference === undefined) && (missing0 = "reference"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "code") || (key0 === "zh")) || (key0 === "en")) || (key0 === "departments")) || (key0 === "divisions")) || (key0 === "ours")) || (key0 === "reference"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate1197(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs3 = errors;
if(!(validate1385(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs4 = errors;
if(!(validate861(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.departments !== undefined){
const _errs5 = errors;
if(!(validate1388(data.departments))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.divisions !== undefined){
const _errs6 = errors;
if(!(validate1391(data.divisions))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ours !== undefined){
const _errs7 = errors;
if(typeof data.ours !== "boolean"){
return false;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reference !== undefined){
const _errs9 = errors;
if(typeof data.reference !== "boolean"){
return false;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1382(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 5000){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1383(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1379(data){
/*# sourceURL="urn:yibiao:reference:participants:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.version === undefined) && (missing0 = "version")) || ((data.participants === undefined) && (missing0 = "participants"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "version") || (key0 === "participants"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1380(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.participants !== undefined){
const _errs3 = errors;
if(!(validate1382(data.participants))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1374(data){
/*# sourceURL="urn:yibiao:event:participants.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1375(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate1377(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate1379(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_proceeding_opened_v1 = validate1398;

function validate1399(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1402(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1405(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1408(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.code === undefined) && (missing0 = "code")) || ((data.name === undefined) && (missing0 = "name"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "code") || (key0 === "name"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate662(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.name !== undefined){
const _errs3 = errors;
if(!(validate664(data.name))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1412(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1414(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern48.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1398(data){
/*# sourceURL="urn:yibiao:event:proceeding.opened:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.process === undefined) && (missing0 = "process")) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((((key0 === "process") || (key0 === "form")) || (key0 === "removed")) || (key0 === "from")) || (key0 === "to")) || (key0 === "registry")) || (key0 === "reason")) || (key0 === "ground"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.process !== undefined){
const _errs2 = errors;
if(!(validate1399(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs3 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.removed !== undefined){
const _errs4 = errors;
if(!(validate1402(data.removed))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate1405(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate1405(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registry !== undefined){
const _errs7 = errors;
if(!(validate1408(data.registry))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs8 = errors;
if(!(validate1412(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ground !== undefined){
const _errs9 = errors;
if(!(validate1414(data.ground))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_process_published_v1 = validate1416;

function validate1417(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1419(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}

const schema577 = {"$id":"urn:yibiao:reference:process:v1","type":"object","additionalProperties":false,"required":["process","version","zh","en","form","registration","items"],"properties":{"process":{"$ref":"urn:yibiao:compiled#/definitions/o190"},"version":{"$ref":"urn:yibiao:compiled#/definitions/o208"},"zh":{"$ref":"urn:yibiao:compiled#/definitions/o317"},"en":{"$ref":"urn:yibiao:compiled#/definitions/o298"},"form":{"$ref":"urn:yibiao:compiled#/definitions/o328"},"registration":{"$ref":"urn:yibiao:compiled#/definitions/o190"},"items":{"$ref":"urn:yibiao:compiled#/definitions/o314"},"terms":{"$ref":"urn:yibiao:compiled#/definitions/o329"},"officeHours":{"$ref":"urn:yibiao:compiled#/definitions/o332"},"firstContact":{"$ref":"urn:yibiao:compiled#/definitions/o255"},"followUps":{"$ref":"urn:yibiao:compiled#/definitions/o335"},"kind":{"$ref":"urn:yibiao:compiled#/definitions/o336"},"begunBy":{"$ref":"urn:yibiao:compiled#/definitions/o337"},"admits":{"type":["object","boolean"]},"asks":{"type":["object","boolean"]},"paths":{"$ref":"urn:yibiao:compiled#/definitions/o338"},"when":{"$ref":"urn:yibiao:compiled#/definitions/o339"},"outcomes":{"$ref":"urn:yibiao:compiled#/definitions/o340"},"rules":{"$ref":"urn:yibiao:compiled#/definitions/o342"},"timers":{"$ref":"urn:yibiao:compiled#/definitions/o346"},"after":{"$ref":"urn:yibiao:compiled#/definitions/o348"}}};

function validate1422(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern38.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1424(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1426(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1428(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!pattern60.test(data)){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}

const pattern136 = new RegExp("^urn:yibiao:form:[a-z0-9-]+:v[0-9]+$", "u");

function validate1430(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern136.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1433(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate671(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1436(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.joint === undefined) && (missing0 = "joint")) || ((data.jointExtension === undefined) && (missing0 = "jointExtension"))) || ((data.notice === undefined) && (missing0 = "notice"))) || ((data.certificate === undefined) && (missing0 = "certificate"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "joint") || (key0 === "jointExtension")) || (key0 === "notice")) || (key0 === "certificate"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.joint !== undefined){
const _errs2 = errors;
if(!(validate951(data.joint))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.jointExtension !== undefined){
const _errs3 = errors;
if(!(validate951(data.jointExtension))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.notice !== undefined){
const _errs4 = errors;
if(!(validate951(data.notice))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.certificate !== undefined){
const _errs5 = errors;
if(!(validate951(data.certificate))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern137 = new RegExp("^[0-2][0-9]:[0-5][0-9]$", "u");

function validate1444(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern137.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1443(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "from") || (key0 === "to"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
const _errs2 = errors;
if(!(validate1444(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs3 = errors;
if(!(validate1444(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1442(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 6){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1443(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1449(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.officer === undefined) && (missing0 = "officer")) || ((data.window === undefined) && (missing0 = "window"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "officer") || (key0 === "window"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.officer !== undefined){
const _errs2 = errors;
if(!(validate1037(data.officer))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.window !== undefined){
const _errs3 = errors;
if(!(validate1044(data.window))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1457(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 400 && func3(data) > 400){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1454(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.code === undefined) && (missing0 = "code")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))) || ((data.term === undefined) && (missing0 = "term"))) || ((data.basis === undefined) && (missing0 = "basis"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "code") || (key0 === "zh")) || (key0 === "en")) || (key0 === "term")) || (key0 === "basis")) || (key0 === "metBy"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate671(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs3 = errors;
if(!(validate679(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs4 = errors;
if(!(validate1457(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs5 = errors;
if(!(validate951(data.term))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basis !== undefined){
const _errs6 = errors;
if(!(validate714(data.basis))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.metBy !== undefined){
const _errs7 = errors;
if(!(validate671(data.metBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1453(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 0){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1454(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1464(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "SETUP") || (data === "LIFE"))){
return false;
}
return errors === 0;
}


function validate1466(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!((data === "APPLICANT") || (data === "REGISTRAR"))){
return false;
}
return errors === 0;
}


function validate1468(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1471(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern38.test(key0)){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
break;
}
}
if(valid0){
for(const key1 in data){
let data0 = data[key1];
const _errs3 = errors;
if((!(data0 && typeof data0 == "object" && !Array.isArray(data0))) && (typeof data0 !== "boolean")){
return false;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1473(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern38.test(key0)){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
break;
}
}
if(valid0){
for(const key1 in data){
const _errs3 = errors;
if(!(validate970(data[key1]))){
vErrors = failed;
errors++;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const pattern140 = new RegExp("^[a-z][a-z0-9-]{0,63}@[0-9]{1,4}$", "u");

function validate1477(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern140.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1476(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1477(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

const schema600 = {"type":"object","additionalProperties":false,"required":["code","zh","en","begunBy","term","basis","fact"],"properties":{"code":{"$ref":"urn:yibiao:compiled#/definitions/o190"},"zh":{"$ref":"urn:yibiao:compiled#/definitions/o199"},"en":{"$ref":"urn:yibiao:compiled#/definitions/o333"},"begunBy":{"$ref":"urn:yibiao:compiled#/definitions/o224"},"from":{"$ref":"urn:yibiao:compiled#/definitions/o343"},"until":{"$ref":"urn:yibiao:compiled#/definitions/o343"},"term":{"$ref":"urn:yibiao:compiled#/definitions/o219"},"basis":{"$ref":"urn:yibiao:compiled#/definitions/o204"},"fact":{"$ref":"urn:yibiao:compiled#/definitions/o224"},"endedBy":{"$ref":"urn:yibiao:compiled#/definitions/o344"}}};
const pattern141 = new RegExp("^[a-zA-Z]{1,40}$", "u");

function validate1486(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern141.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1492(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 20){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate970(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1481(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.code === undefined) && (missing0 = "code")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))) || ((data.begunBy === undefined) && (missing0 = "begunBy"))) || ((data.term === undefined) && (missing0 = "term"))) || ((data.basis === undefined) && (missing0 = "basis"))) || ((data.fact === undefined) && (missing0 = "fact"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema600.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate671(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs3 = errors;
if(!(validate679(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs4 = errors;
if(!(validate1457(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.begunBy !== undefined){
const _errs5 = errors;
if(!(validate970(data.begunBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs6 = errors;
if(!(validate1486(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.until !== undefined){
const _errs7 = errors;
if(!(validate1486(data.until))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.term !== undefined){
const _errs8 = errors;
if(!(validate951(data.term))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.basis !== undefined){
const _errs9 = errors;
if(!(validate714(data.basis))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.fact !== undefined){
const _errs10 = errors;
if(!(validate970(data.fact))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.endedBy !== undefined){
const _errs11 = errors;
if(!(validate1492(data.endedBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1480(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1481(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1498(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 10){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate671(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1497(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
for(const key0 in data){
const _errs1 = errors;
if(typeof key0 === "string"){
if(!pattern38.test(key0)){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var valid0 = _errs1 === errors;
if(!valid0){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
return false;
break;
}
}
if(valid0){
for(const key1 in data){
const _errs3 = errors;
if(!(validate1498(data[key1]))){
vErrors = failed;
errors++;
}
var valid1 = _errs3 === errors;
if(!valid1){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1421(data){
/*# sourceURL="urn:yibiao:reference:process:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.process === undefined) && (missing0 = "process")) || ((data.version === undefined) && (missing0 = "version"))) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))) || ((data.form === undefined) && (missing0 = "form"))) || ((data.registration === undefined) && (missing0 = "registration"))) || ((data.items === undefined) && (missing0 = "items"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema577.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.process !== undefined){
const _errs2 = errors;
if(!(validate1422(data.process))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.version !== undefined){
const _errs3 = errors;
if(!(validate1424(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs4 = errors;
if(!(validate1426(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs5 = errors;
if(!(validate1428(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs6 = errors;
if(!(validate1430(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.registration !== undefined){
const _errs7 = errors;
if(!(validate1422(data.registration))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.items !== undefined){
const _errs8 = errors;
if(!(validate1433(data.items))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.terms !== undefined){
const _errs9 = errors;
if(!(validate1436(data.terms))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.officeHours !== undefined){
const _errs10 = errors;
if(!(validate1442(data.officeHours))){
vErrors = failed;
errors++;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.firstContact !== undefined){
const _errs11 = errors;
if(!(validate1449(data.firstContact))){
vErrors = failed;
errors++;
}
var valid0 = _errs11 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.followUps !== undefined){
const _errs12 = errors;
if(!(validate1453(data.followUps))){
vErrors = failed;
errors++;
}
var valid0 = _errs12 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.kind !== undefined){
const _errs13 = errors;
if(!(validate1464(data.kind))){
vErrors = failed;
errors++;
}
var valid0 = _errs13 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.begunBy !== undefined){
const _errs14 = errors;
if(!(validate1466(data.begunBy))){
vErrors = failed;
errors++;
}
var valid0 = _errs14 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.admits !== undefined){
let data13 = data.admits;
const _errs15 = errors;
if((!(data13 && typeof data13 == "object" && !Array.isArray(data13))) && (typeof data13 !== "boolean")){
return false;
}
var valid0 = _errs15 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.asks !== undefined){
let data14 = data.asks;
const _errs17 = errors;
if((!(data14 && typeof data14 == "object" && !Array.isArray(data14))) && (typeof data14 !== "boolean")){
return false;
}
var valid0 = _errs17 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paths !== undefined){
const _errs19 = errors;
if(!(validate1468(data.paths))){
vErrors = failed;
errors++;
}
var valid0 = _errs19 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.when !== undefined){
const _errs20 = errors;
if(!(validate1471(data.when))){
vErrors = failed;
errors++;
}
var valid0 = _errs20 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.outcomes !== undefined){
const _errs21 = errors;
if(!(validate1473(data.outcomes))){
vErrors = failed;
errors++;
}
var valid0 = _errs21 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rules !== undefined){
const _errs22 = errors;
if(!(validate1476(data.rules))){
vErrors = failed;
errors++;
}
var valid0 = _errs22 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.timers !== undefined){
const _errs23 = errors;
if(!(validate1480(data.timers))){
vErrors = failed;
errors++;
}
var valid0 = _errs23 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.after !== undefined){
const _errs24 = errors;
if(!(validate1497(data.after))){
vErrors = failed;
errors++;
}
var valid0 = _errs24 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1416(data){
/*# sourceURL="urn:yibiao:event:process.published:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.version === undefined) && (missing0 = "version")) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.content === undefined) && (missing0 = "content"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "version") || (key0 === "digest")) || (key0 === "content"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1417(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs3 = errors;
if(!(validate1419(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.content !== undefined){
const _errs4 = errors;
if(!(validate1421(data.content))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_publication_listed_v1 = validate1503;
const pattern143 = new RegExp("^(?:catalogue|process|calendar|delegations)-[A-Za-z0-9-]{1,64}$", "u");

function validate1504(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern143.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1503(data){
/*# sourceURL="urn:yibiao:event:publication.listed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.stream === undefined) && (missing0 = "stream")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "stream")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.stream !== undefined){
if(!(validate1504(data.stream))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_publicity_begun_v1 = validate1506;

function validate1507(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1509(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1511(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1513(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1515(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1506(data){
/*# sourceURL="urn:yibiao:event:publicity.begun:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.from === undefined) && (missing0 = "from"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "from")) || (key0 === "noticeNo")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1507(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1509(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs4 = errors;
if(!(validate1511(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticeNo !== undefined){
const _errs5 = errors;
if(!(validate1513(data.noticeNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs6 = errors;
if(!(validate1515(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_publicity_ended_v1 = validate1517;

function validate1518(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1520(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1522(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1517(data){
/*# sourceURL="urn:yibiao:event:publicity.ended:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1518(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1520(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate1522(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_publicity_lapsed_v1 = validate1524;

function validate1525(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1527(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1529(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1524(data){
/*# sourceURL="urn:yibiao:event:publicity.lapsed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1525(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1527(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate1529(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_publicity_unopposed_v1 = validate1531;

function validate1532(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1534(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1536(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1531(data){
/*# sourceURL="urn:yibiao:event:publicity.unopposed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1532(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1534(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate1536(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_read_recorded_v1 = validate1538;

function validate1539(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1541(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1543(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1538(data){
/*# sourceURL="urn:yibiao:event:read.recorded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.reader === undefined) && (missing0 = "reader")) || ((data.purpose === undefined) && (missing0 = "purpose"))) || ((data.paths === undefined) && (missing0 = "paths"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "reader") || (key0 === "purpose")) || (key0 === "paths"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.reader !== undefined){
const _errs2 = errors;
if(!(validate1539(data.reader))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.purpose !== undefined){
const _errs3 = errors;
if(!(validate1541(data.purpose))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.paths !== undefined){
const _errs4 = errors;
if(!(validate1543(data.paths))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_record_changed_v1 = validate1546;

function validate1547(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1550(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1546(data){
/*# sourceURL="urn:yibiao:event:record.changed:v1" */;
let vErrors = null;
let errors = 0;
const _errs1 = errors;
let valid0 = false;
const _errs2 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.form === undefined) && (missing0 = "form")){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
}
}
var _valid0 = _errs2 === errors;
valid0 = valid0 || _valid0;
if(!valid0){
const _errs3 = errors;
if(data && typeof data == "object" && !Array.isArray(data)){
let missing1;
if((data.removed === undefined) && (missing1 = "removed")){
const err1 = failed[0];
if(vErrors === null){
vErrors = [err1];
}
else {
vErrors.push(err1);
}
errors++;
}
}
var _valid0 = _errs3 === errors;
valid0 = valid0 || _valid0;
}
if(!valid0){
const err2 = failed[0];
if(vErrors === null){
vErrors = [err2];
}
else {
vErrors.push(err2);
}
errors++;
return false;
}
else {
errors = _errs1;
if(vErrors !== null){
if(_errs1){
vErrors.length = _errs1;
}
else {
vErrors = null;
}
}
}
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing2;
if((data.reason === undefined) && (missing2 = "reason")){
return false;
}
else {
const _errs4 = errors;
for(const key0 in data){
if(!(((key0 === "reason") || (key0 === "form")) || (key0 === "removed"))){
return false;
break;
}
}
if(_errs4 === errors){
if(data.reason !== undefined){
const _errs5 = errors;
if(!(validate1547(data.reason))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.form !== undefined){
const _errs6 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid1 = _errs6 === errors;
}
else {
var valid1 = true;
}
if(valid1){
if(data.removed !== undefined){
const _errs7 = errors;
if(!(validate1550(data.removed))){
vErrors = failed;
errors++;
}
var valid1 = _errs7 === errors;
}
else {
var valid1 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_registration_rescinded_v1 = validate1553;

function validate1554(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1556(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1559(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1561(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1553(data){
/*# sourceURL="urn:yibiao:event:registration.rescinded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))) || ((data.decisionNo === undefined) && (missing0 = "decisionNo"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "decisionNo")) || (key0 === "reasons"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1554(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1556(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.status === undefined) && (missing1 = "status")){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decisionNo !== undefined){
const _errs7 = errors;
if(!(validate1559(data.decisionNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
const _errs8 = errors;
if(!(validate1561(data.reasons))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_replay_delivered_v1 = validate1564;

function validate1565(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 128 && func3(data) > 128){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1567(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1570(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 9007199254740991 || isNaN(data)){
return false;
}
else {
if(data < 0 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1572(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern42.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1574(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}


function validate1564(data){
/*# sourceURL="urn:yibiao:event:replay.delivered:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.replay === undefined) && (missing0 = "replay")) || ((data.first === undefined) && (missing0 = "first"))) || ((data.last === undefined) && (missing0 = "last"))) || ((data.position === undefined) && (missing0 = "position"))) || ((data.digest === undefined) && (missing0 = "digest"))) || ((data.matrixVersion === undefined) && (missing0 = "matrixVersion"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "replay") || (key0 === "first")) || (key0 === "last")) || (key0 === "position")) || (key0 === "digest")) || (key0 === "matrixVersion"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.replay !== undefined){
const _errs2 = errors;
if(!(validate1565(data.replay))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.first !== undefined){
const _errs3 = errors;
if(!(validate1567(data.first))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.last !== undefined){
const _errs4 = errors;
if(!(validate1567(data.last))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.position !== undefined){
const _errs5 = errors;
if(!(validate1570(data.position))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.digest !== undefined){
const _errs6 = errors;
if(!(validate1572(data.digest))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.matrixVersion !== undefined){
const _errs7 = errors;
if(!(validate1574(data.matrixVersion))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_rescission_reversed_v1 = validate1576;

function validate1577(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1579(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1582(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1584(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 50){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate711(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1576(data){
/*# sourceURL="urn:yibiao:event:rescission.reversed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.form === undefined) && (missing0 = "form"))) || ((data.decisionNo === undefined) && (missing0 = "decisionNo"))) || ((data.reasons === undefined) && (missing0 = "reasons"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "decisionNo")) || (key0 === "reasons"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1577(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1579(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
let data2 = data.form;
const _errs4 = errors;
const _errs5 = errors;
if(!(validate357(data2))){
vErrors = failed;
errors++;
}
var valid1 = _errs5 === errors;
if(valid1){
const _errs6 = errors;
if(data2 && typeof data2 == "object" && !Array.isArray(data2)){
let missing1;
if((data2.status === undefined) && (missing1 = "status")){
return false;
}
}
var valid1 = _errs6 === errors;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.decisionNo !== undefined){
const _errs7 = errors;
if(!(validate1582(data.decisionNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reasons !== undefined){
const _errs8 = errors;
if(!(validate1584(data.reasons))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_responsibility_transferred_v1 = validate1587;

function validate1588(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern71.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1591(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 50 && func3(data) > 50){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1593(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 500 && func3(data) > 500){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1587(data){
/*# sourceURL="urn:yibiao:event:responsibility.transferred:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.from === undefined) && (missing0 = "from")) || ((data.to === undefined) && (missing0 = "to"))) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "from") || (key0 === "to")) || (key0 === "window")) || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.from !== undefined){
const _errs2 = errors;
if(!(validate1588(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs3 = errors;
if(!(validate1588(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.window !== undefined){
const _errs4 = errors;
if(!(validate1591(data.window))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs5 = errors;
if(!(validate1593(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_supplement_provided_v1 = validate1595;

function validate1596(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1598(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1601(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 100){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate670(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1604(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1595(data){
/*# sourceURL="urn:yibiao:event:supplement.provided:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "approval") || (key0 === "round")) || (key0 === "form")) || (key0 === "materials")) || (key0 === "remarks")) || (key0 === "amended"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1596(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1598(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs4 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.materials !== undefined){
const _errs5 = errors;
if(!(validate1601(data.materials))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs6 = errors;
if(!(validate1604(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.amended !== undefined){
const _errs7 = errors;
if(!(validate357(data.amended))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_supplement_requested_v1 = validate1607;

function validate1608(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1610(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1613(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.code === undefined) && (missing0 = "code")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((key0 === "path") || (key0 === "material")) || (key0 === "code")) || (key0 === "zh")) || (key0 === "en"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.path !== undefined){
const _errs2 = errors;
if(!(validate655(data.path))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.material !== undefined){
const _errs3 = errors;
if(!(validate679(data.material))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.code !== undefined){
const _errs4 = errors;
if(!(validate712(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs5 = errors;
if(!(validate716(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs6 = errors;
if(!(validate716(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1612(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1613(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1607(data){
/*# sourceURL="urn:yibiao:event:supplement.requested:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.defects === undefined) && (missing0 = "defects"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "approval") || (key0 === "round")) || (key0 === "defects"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1608(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1610(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.defects !== undefined){
const _errs4 = errors;
if(!(validate1612(data.defects))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_suspension_lapsed_v1 = validate1621;

function validate1622(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern36.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1624(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1626(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 2000 && func3(data) > 2000){
return false;
}
else {
if(!pattern31.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1621(data){
/*# sourceURL="urn:yibiao:event:suspension.lapsed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.clock === undefined) && (missing0 = "clock")) || ((data.due === undefined) && (missing0 = "due"))) || ((data.calendar === undefined) && (missing0 = "calendar"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "clock") || (key0 === "due")) || (key0 === "calendar"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.clock !== undefined){
const _errs2 = errors;
if(!(validate1622(data.clock))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1624(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.calendar !== undefined){
const _errs4 = errors;
if(!(validate1626(data.calendar))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_suspension_recorded_v1 = validate1628;

function validate1629(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1631(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1633(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1637(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1628(data){
/*# sourceURL="urn:yibiao:event:suspension.recorded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((((key0 === "approval") || (key0 === "round")) || (key0 === "from")) || (key0 === "to")) || (key0 === "form")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1629(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1631(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs4 = errors;
if(!(validate1633(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs5 = errors;
if(!(validate1633(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.form !== undefined){
const _errs6 = errors;
if(!(validate357(data.form))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs7 = errors;
if(!(validate1637(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_tax_cleared_v1 = validate1639;

function validate1640(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1642(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1644(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1646(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1639(data){
/*# sourceURL="urn:yibiao:event:tax.cleared:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.certificateNo === undefined) && (missing0 = "certificateNo"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "certificateNo")) || (key0 === "remarks"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1640(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1642(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.certificateNo !== undefined){
const _errs4 = errors;
if(!(validate1644(data.certificateNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.remarks !== undefined){
const _errs5 = errors;
if(!(validate1646(data.remarks))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_time_excluded_v1 = validate1648;

function validate1649(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1651(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1653(data){
let vErrors = null;
let errors = 0;
if(typeof data !== "string"){
return false;
}
if(!(((((((((data === "HEARING") || (data === "BIDDING")) || (data === "AUCTION")) || (data === "INSPECTION")) || (data === "TESTING")) || (data === "QUARANTINE")) || (data === "APPRAISAL")) || (data === "EXPERT_REVIEW")) || (data === "VERIFICATION"))){
return false;
}
return errors === 0;
}


function validate1655(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1658(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1660(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 300 && func3(data) > 300){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1648(data){
/*# sourceURL="urn:yibiao:event:time.excluded:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.ground === undefined) && (missing0 = "ground"))) || ((data.from === undefined) && (missing0 = "from"))) || ((data.to === undefined) && (missing0 = "to"))) || ((data.noticeNo === undefined) && (missing0 = "noticeNo"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((((((key0 === "approval") || (key0 === "round")) || (key0 === "ground")) || (key0 === "from")) || (key0 === "to")) || (key0 === "noticeNo")) || (key0 === "rule"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1649(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1651(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.ground !== undefined){
const _errs4 = errors;
if(!(validate1653(data.ground))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.from !== undefined){
const _errs5 = errors;
if(!(validate1655(data.from))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.to !== undefined){
const _errs6 = errors;
if(!(validate1655(data.to))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticeNo !== undefined){
const _errs7 = errors;
if(!(validate1658(data.noticeNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.rule !== undefined){
const _errs8 = errors;
if(!(validate1660(data.rule))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_time_resumed_v1 = validate1662;

function validate1663(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(!pattern30.test(data)){
return false;
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1665(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data > 99 || isNaN(data)){
return false;
}
else {
if(data < 1 || isNaN(data)){
return false;
}
}
}
}
return errors === 0;
}


function validate1667(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 100 && func3(data) > 100){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats18(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1669(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1662(data){
/*# sourceURL="urn:yibiao:event:time.resumed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((((data.approval === undefined) && (missing0 = "approval")) || ((data.round === undefined) && (missing0 = "round"))) || ((data.noticeNo === undefined) && (missing0 = "noticeNo"))) || ((data.on === undefined) && (missing0 = "on"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((((key0 === "approval") || (key0 === "round")) || (key0 === "noticeNo")) || (key0 === "on"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.approval !== undefined){
const _errs2 = errors;
if(!(validate1663(data.approval))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.round !== undefined){
const _errs3 = errors;
if(!(validate1665(data.round))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.noticeNo !== undefined){
const _errs4 = errors;
if(!(validate1667(data.noticeNo))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.on !== undefined){
const _errs5 = errors;
if(!(validate1669(data.on))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_timer_due_v1 = validate1671;

function validate1672(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 200 && func3(data) > 200){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1674(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats24(data))){
return false;
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1671(data){
/*# sourceURL="urn:yibiao:event:timer.due:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.timer === undefined) && (missing0 = "timer")) || ((data.due === undefined) && (missing0 = "due"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "timer") || (key0 === "due"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.timer !== undefined){
const _errs2 = errors;
if(!(validate1672(data.timer))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.due !== undefined){
const _errs3 = errors;
if(!(validate1674(data.due))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_value_confirmed_v1 = validate1676;

function validate1677(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate655(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
if(valid0){
let i1 = data.length;
let j0;
if(i1 > 1){
outer0:
for(;i1--;){
for(j0 = i1; j0--;){
if(func0(data[i1], data[j0])){
return false;
break outer0;
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1676(data){
/*# sourceURL="urn:yibiao:event:value.confirmed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((data.paths === undefined) && (missing0 = "paths")){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(key0 === "paths")){
return false;
break;
}
}
if(_errs1 === errors){
if(data.paths !== undefined){
if(!(validate1677(data.paths))){
vErrors = failed;
errors++;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const event_value_disputed_v1 = validate1680;

function validate1681(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(typeof data === "string"){
if(data.length > 256 && func3(data) > 256){
return false;
}
else {
if(!pattern39.test(data)){
return false;
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1683(data){
let vErrors = null;
let errors = 0;
if(((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")){
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 4000 && func3(data) > 4000){
return false;
}
}
}
return errors === 0;
}


function validate1686(data){
let vErrors = null;
let errors = 0;
if(((typeof data !== "string") && (!((typeof data == "number") && (isFinite(data))))) && (typeof data !== "boolean")){
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(data.length > 4000 && func3(data) > 4000){
return false;
}
}
}
return errors === 0;
}


function validate1685(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 500){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1686(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1689(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(data.length > 1000 && func3(data) > 1000){
return false;
}
else {
if(data.length < 2 && func3(data) < 1){
return false;
}
else {
if(!(formats48(data))){
return false;
}
}
}
}
else {
return false;
}
}
}
return errors === 0;
}


function validate1680(data){
/*# sourceURL="urn:yibiao:event:value.disputed:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.path === undefined) && (missing0 = "path")) || ((data.reason === undefined) && (missing0 = "reason"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(((key0 === "path") || (key0 === "claimed")) || (key0 === "reason"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.path !== undefined){
const _errs2 = errors;
if(!(validate1681(data.path))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.claimed !== undefined){
let data1 = data.claimed;
const _errs3 = errors;
const _errs4 = errors;
let valid1 = false;
const _errs5 = errors;
if(!(validate1683(data1))){
vErrors = failed;
errors++;
}
var _valid0 = _errs5 === errors;
valid1 = valid1 || _valid0;
if(!valid1){
const _errs6 = errors;
if(!(validate1685(data1))){
vErrors = failed;
errors++;
}
var _valid0 = _errs6 === errors;
valid1 = valid1 || _valid0;
}
if(!valid1){
const err0 = failed[0];
if(vErrors === null){
vErrors = [err0];
}
else {
vErrors.push(err0);
}
errors++;
return false;
}
else {
errors = _errs4;
if(vErrors !== null){
if(_errs4){
vErrors.length = _errs4;
}
else {
vErrors = null;
}
}
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.reason !== undefined){
const _errs7 = errors;
if(!(validate1689(data.reason))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const reference_catalogue_item_v1 = validate805;

export const reference_delegations_v1 = validate1030;

export const reference_departments_v1 = validate1691;

function validate1692(data){
let vErrors = null;
let errors = 0;
if(!(((typeof data == "number") && (!(data % 1) && !isNaN(data))) && (isFinite(data)))){
return false;
}
if(errors === 0){
if((typeof data == "number") && (isFinite(data))){
if(data < 1 || isNaN(data)){
return false;
}
}
}
return errors === 0;
}

const schema702 = {"type":"object","additionalProperties":false,"required":["code","zh","en","column","since","until","confirmed"],"properties":{"code":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"zh":{"$ref":"urn:yibiao:compiled#/definitions/o317"},"en":{"$ref":"urn:yibiao:compiled#/definitions/o298"},"formerZh":{"$ref":"urn:yibiao:compiled#/definitions/o318"},"column":{"$ref":"urn:yibiao:compiled#/definitions/o319"},"since":{"$ref":"urn:yibiao:compiled#/definitions/o320"},"until":{"$ref":"urn:yibiao:compiled#/definitions/o320"},"successor":{"$ref":"urn:yibiao:compiled#/definitions/o188"},"confirmed":{"type":"boolean"}}};

function validate1699(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 10){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1385(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1702(data){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
return false;
}
if(errors === 0){
if(typeof data === "string"){
if(!pattern35.test(data)){
return false;
}
}
}
return errors === 0;
}


function validate1704(data){
let vErrors = null;
let errors = 0;
if((typeof data !== "string") && (data !== null)){
return false;
}
if(errors === 0){
if(errors === 0){
if(typeof data === "string"){
if(!(formats8(data))){
return false;
}
}
}
}
return errors === 0;
}


function validate1695(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if((((((((data.code === undefined) && (missing0 = "code")) || ((data.zh === undefined) && (missing0 = "zh"))) || ((data.en === undefined) && (missing0 = "en"))) || ((data.column === undefined) && (missing0 = "column"))) || ((data.since === undefined) && (missing0 = "since"))) || ((data.until === undefined) && (missing0 = "until"))) || ((data.confirmed === undefined) && (missing0 = "confirmed"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!(func2.call(schema702.properties, key0))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.code !== undefined){
const _errs2 = errors;
if(!(validate1197(data.code))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.zh !== undefined){
const _errs3 = errors;
if(!(validate1385(data.zh))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.en !== undefined){
const _errs4 = errors;
if(!(validate861(data.en))){
vErrors = failed;
errors++;
}
var valid0 = _errs4 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.formerZh !== undefined){
const _errs5 = errors;
if(!(validate1699(data.formerZh))){
vErrors = failed;
errors++;
}
var valid0 = _errs5 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.column !== undefined){
const _errs6 = errors;
if(!(validate1702(data.column))){
vErrors = failed;
errors++;
}
var valid0 = _errs6 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.since !== undefined){
const _errs7 = errors;
if(!(validate1704(data.since))){
vErrors = failed;
errors++;
}
var valid0 = _errs7 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.until !== undefined){
const _errs8 = errors;
if(!(validate1704(data.until))){
vErrors = failed;
errors++;
}
var valid0 = _errs8 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.successor !== undefined){
const _errs9 = errors;
if(!(validate1197(data.successor))){
vErrors = failed;
errors++;
}
var valid0 = _errs9 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.confirmed !== undefined){
const _errs10 = errors;
if(typeof data.confirmed !== "boolean"){
return false;
}
var valid0 = _errs10 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
}
}
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1694(data){
let vErrors = null;
let errors = 0;
if(errors === 0){
if(Array.isArray(data)){
if(data.length > 200){
return false;
}
else {
if(data.length < 1){
return false;
}
else {
var valid0 = true;
const len0 = data.length;
for(let i0=0; i0<len0; i0++){
const _errs1 = errors;
if(!(validate1695(data[i0]))){
vErrors = failed;
errors++;
}
var valid0 = _errs1 === errors;
if(!valid0){
break;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}


function validate1691(data){
/*# sourceURL="urn:yibiao:reference:departments:v1" */;
let vErrors = null;
let errors = 0;
if(errors === 0){
if(data && typeof data == "object" && !Array.isArray(data)){
let missing0;
if(((data.version === undefined) && (missing0 = "version")) || ((data.departments === undefined) && (missing0 = "departments"))){
return false;
}
else {
const _errs1 = errors;
for(const key0 in data){
if(!((key0 === "version") || (key0 === "departments"))){
return false;
break;
}
}
if(_errs1 === errors){
if(data.version !== undefined){
const _errs2 = errors;
if(!(validate1692(data.version))){
vErrors = failed;
errors++;
}
var valid0 = _errs2 === errors;
}
else {
var valid0 = true;
}
if(valid0){
if(data.departments !== undefined){
const _errs3 = errors;
if(!(validate1694(data.departments))){
vErrors = failed;
errors++;
}
var valid0 = _errs3 === errors;
}
else {
var valid0 = true;
}
}
}
}
}
else {
return false;
}
}
return errors === 0;
}

export const reference_participants_v1 = validate1379;

export const reference_process_v1 = validate1421;

export const validators = new Map([
  ['urn:yibiao:form:company-setup:v1', form_company_setup_v1],
  ['urn:yibiao:form:company-setup:fragment:v1', form_company_setup_fragment_v1],
  ['urn:yibiao:event:acceptance.deemed:v1', event_acceptance_deemed_v1],
  ['urn:yibiao:event:accountability.concluded:v1', event_accountability_concluded_v1],
  ['urn:yibiao:event:accountability.opened:v1', event_accountability_opened_v1],
  ['urn:yibiao:event:announcement.ended:v1', event_announcement_ended_v1],
  ['urn:yibiao:event:application.submitted:v1', event_application_submitted_v1],
  ['urn:yibiao:event:approval.accepted:v1', event_approval_accepted_v1],
  ['urn:yibiao:event:approval.deemed:v1', event_approval_deemed_v1],
  ['urn:yibiao:event:approval.granted:v1', event_approval_granted_v1],
  ['urn:yibiao:event:approval.recorded:v1', event_approval_recorded_v1],
  ['urn:yibiao:event:approval.refused:v1', event_approval_refused_v1],
  ['urn:yibiao:event:approvals.closed:v1', event_approvals_closed_v1],
  ['urn:yibiao:event:approvals.opened:v1', event_approvals_opened_v1],
  ['urn:yibiao:event:business.resumed:v1', event_business_resumed_v1],
  ['urn:yibiao:event:calendar.published:v1', event_calendar_published_v1],
  ['urn:yibiao:event:card.raised:v1', event_card_raised_v1],
  ['urn:yibiao:event:catalogue.published:v1', event_catalogue_published_v1],
  ['urn:yibiao:event:certificate.issued:v1', event_certificate_issued_v1],
  ['urn:yibiao:event:change.registered:v1', event_change_registered_v1],
  ['urn:yibiao:event:channel.granted:v1', event_channel_granted_v1],
  ['urn:yibiao:event:clocks.recalculated:v1', event_clocks_recalculated_v1],
  ['urn:yibiao:event:clocks.started:v1', event_clocks_started_v1],
  ['urn:yibiao:event:clocks.stopped:v1', event_clocks_stopped_v1],
  ['urn:yibiao:event:compensation.completed:v1', event_compensation_completed_v1],
  ['urn:yibiao:event:compensation.requested:v1', event_compensation_requested_v1],
  ['urn:yibiao:event:contact.assigned:v1', event_contact_assigned_v1],
  ['urn:yibiao:event:deadline.breached:v1', event_deadline_breached_v1],
  ['urn:yibiao:event:deadline.extended:v1', event_deadline_extended_v1],
  ['urn:yibiao:event:delegations.published:v1', event_delegations_published_v1],
  ['urn:yibiao:event:delivery.recorded:v1', event_delivery_recorded_v1],
  ['urn:yibiao:event:deregistration.overdue:v1', event_deregistration_overdue_v1],
  ['urn:yibiao:event:deregistration.publicised:v1', event_deregistration_publicised_v1],
  ['urn:yibiao:event:duty.met:v1', event_duty_met_v1],
  ['urn:yibiao:event:enterprise.deregistered:v1', event_enterprise_deregistered_v1],
  ['urn:yibiao:event:enterprise.registered:v1', event_enterprise_registered_v1],
  ['urn:yibiao:event:envelope:v1', event_envelope_v1],
  ['urn:yibiao:event:fact.reversed:v1', event_fact_reversed_v1],
  ['urn:yibiao:event:fee.assessed:v1', event_fee_assessed_v1],
  ['urn:yibiao:event:fee.differed:v1', event_fee_differed_v1],
  ['urn:yibiao:event:feed.acknowledged:v1', event_feed_acknowledged_v1],
  ['urn:yibiao:event:feed.rejected:v1', event_feed_rejected_v1],
  ['urn:yibiao:event:filing.completed:v1', event_filing_completed_v1],
  ['urn:yibiao:event:filing.refused:v1', event_filing_refused_v1],
  ['urn:yibiao:event:filing.routed:v1', event_filing_routed_v1],
  ['urn:yibiao:event:filing.submitted:v1', event_filing_submitted_v1],
  ['urn:yibiao:event:filing.withdrawn:v1', event_filing_withdrawn_v1],
  ['urn:yibiao:event:history.opened:v1', event_history_opened_v1],
  ['urn:yibiao:event:identifier.claimed:v1', event_identifier_claimed_v1],
  ['urn:yibiao:event:identifier.released:v1', event_identifier_released_v1],
  ['urn:yibiao:event:inbound.expired:v1', event_inbound_expired_v1],
  ['urn:yibiao:event:joint.extended:v1', event_joint_extended_v1],
  ['urn:yibiao:event:licence.revoked:v1', event_licence_revoked_v1],
  ['urn:yibiao:event:liquidation.notified:v1', event_liquidation_notified_v1],
  ['urn:yibiao:event:matrix.published:v1', event_matrix_published_v1],
  ['urn:yibiao:event:message.refused:v1', event_message_refused_v1],
  ['urn:yibiao:event:migration.accepted:v1', event_migration_accepted_v1],
  ['urn:yibiao:event:migration.completed:v1', event_migration_completed_v1],
  ['urn:yibiao:event:notice.violated:v1', event_notice_violated_v1],
  ['urn:yibiao:event:objection.raised:v1', event_objection_raised_v1],
  ['urn:yibiao:event:operation.completed:v1', event_operation_completed_v1],
  ['urn:yibiao:event:operation.requested:v1', event_operation_requested_v1],
  ['urn:yibiao:event:participants.published:v1', event_participants_published_v1],
  ['urn:yibiao:event:proceeding.opened:v1', event_proceeding_opened_v1],
  ['urn:yibiao:event:process.published:v1', event_process_published_v1],
  ['urn:yibiao:event:publication.listed:v1', event_publication_listed_v1],
  ['urn:yibiao:event:publicity.begun:v1', event_publicity_begun_v1],
  ['urn:yibiao:event:publicity.ended:v1', event_publicity_ended_v1],
  ['urn:yibiao:event:publicity.lapsed:v1', event_publicity_lapsed_v1],
  ['urn:yibiao:event:publicity.unopposed:v1', event_publicity_unopposed_v1],
  ['urn:yibiao:event:read.recorded:v1', event_read_recorded_v1],
  ['urn:yibiao:event:record.changed:v1', event_record_changed_v1],
  ['urn:yibiao:event:registration.rescinded:v1', event_registration_rescinded_v1],
  ['urn:yibiao:event:replay.delivered:v1', event_replay_delivered_v1],
  ['urn:yibiao:event:rescission.reversed:v1', event_rescission_reversed_v1],
  ['urn:yibiao:event:responsibility.transferred:v1', event_responsibility_transferred_v1],
  ['urn:yibiao:event:supplement.provided:v1', event_supplement_provided_v1],
  ['urn:yibiao:event:supplement.requested:v1', event_supplement_requested_v1],
  ['urn:yibiao:event:suspension.lapsed:v1', event_suspension_lapsed_v1],
  ['urn:yibiao:event:suspension.recorded:v1', event_suspension_recorded_v1],
  ['urn:yibiao:event:tax.cleared:v1', event_tax_cleared_v1],
  ['urn:yibiao:event:time.excluded:v1', event_time_excluded_v1],
  ['urn:yibiao:event:time.resumed:v1', event_time_resumed_v1],
  ['urn:yibiao:event:timer.due:v1', event_timer_due_v1],
  ['urn:yibiao:event:value.confirmed:v1', event_value_confirmed_v1],
  ['urn:yibiao:event:value.disputed:v1', event_value_disputed_v1],
  ['urn:yibiao:reference:catalogue-item:v1', reference_catalogue_item_v1],
  ['urn:yibiao:reference:delegations:v1', reference_delegations_v1],
  ['urn:yibiao:reference:departments:v1', reference_departments_v1],
  ['urn:yibiao:reference:participants:v1', reference_participants_v1],
  ['urn:yibiao:reference:process:v1', reference_process_v1],
])
